package museum.atrium.http.account;

/**
 * What a service asks of who calls it as an organiser; a service declares one such bean at most. Without, only accounts that no
 * network and no series limits get in, because a service that does not know whose something is cannot show it to some.
 *
 * <p>It is asked for every call of somebody signed in. That who only views changes nothing, and who has no role sees nothing, was
 * made sure of before.
 */
@FunctionalInterface
public interface OrganizerRights {

    /** @throws museum.atrium.http.Refusal 403 or 404 if they may not */
    void refuseUnlessAllowed(OrganizerAccount account, OrganizerCall call);
}
