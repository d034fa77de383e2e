package museum.atrium.registration.rights;

import java.util.Optional;
import museum.atrium.http.Refusal;
import museum.atrium.http.account.Access;
import museum.atrium.http.account.OrganizerAccount;
import museum.atrium.http.account.OrganizerCall;
import museum.atrium.http.account.OrganizerRights;
import org.springframework.stereotype.Component;

/**
 * Who may call what, in one place. Whatever is below an activity, a series, a session, a registration or a certificate is reached by
 * who reaches the activity; a path that is not known here, only by who reaches everything.
 *
 * <p>What an account does not reach is answered as if it did not exist.
 */
@Component
class RegistrationRights implements OrganizerRights {

    /** Pages have the paths of what they show, without what is before these in the ones for programs. */
    private static final String ORGANIZER = "/organizer/";

    private final Homes homes;

    RegistrationRights(Homes homes) {
        this.homes = homes;
    }

    @Override
    public void refuseUnlessAllowed(OrganizerAccount account, OrganizerCall asked) {
        OrganizerCall call = asked.below("/api");
        if (isForAdmins(call)) {
            refuseUnlessAdmin(account);
            return;
        }
        if (account.mayEverywhere(call.access()) || isForAll(call) || decidesItself(call)) {
            return;
        }
        Home home = homeOf(call).orElseThrow(RegistrationRights::unknown);
        if (!Reach.of(account, Access.READ).includes(home)) {
            throw unknown();
        }
        if (!Reach.of(account, call.access()).includes(home)) {
            throw Refusal.forbidden("Your role lets you look at this, not change it.");
        }
    }

    private static boolean isForAdmins(OrganizerCall call) {
        return call.isAt(ORGANIZER + "audit")
                || call.isAt(ORGANIZER + "webhooks")
                || call.isAt(ORGANIZER + "erasures")
                || call.isAt(ORGANIZER + "exports")
                || (call.isAt(ORGANIZER + "networks") && !call.reads());
    }

    private static boolean isForAll(OrganizerCall call) {
        return call.isAt(ORGANIZER + "networks")
                || call.pattern().equals("/organizer")
                || call.pattern().equals(ORGANIZER + "sign-out");
    }

    /** Lists show what the account reaches, and what is new is looked at once it is known where it would be: {@link StayingWithin}. */
    private static boolean decidesItself(OrganizerCall call) {
        return call.pattern().equals(ORGANIZER + "activities")
                || call.pattern().equals(ORGANIZER + "series")
                || call.pattern().equals(ORGANIZER + "new");
    }

    private Optional<Home> homeOf(OrganizerCall call) {
        if (call.isAt(ORGANIZER + "activities/{slug}")) {
            return homes.ofActivity(call.variable("slug"));
        }
        if (call.isAt(ORGANIZER + "series/{slug}")) {
            return homes.ofSeries(call.variable("slug"));
        }
        if (call.isAt(ORGANIZER + "sessions/{id}")) {
            return homes.ofSession(call.variable("id"));
        }
        if (call.isAt(ORGANIZER + "registrations/{id}")) {
            return homes.ofRegistration(call.variable("id"));
        }
        if (call.isAt(ORGANIZER + "certificates/{code}")) {
            return homes.ofCertificate(call.variable("code"));
        }
        throw Refusal.forbidden("This needs a role that no network and no series limits.");
    }

    private static void refuseUnlessAdmin(OrganizerAccount account) {
        if (!account.isAdmin()) {
            throw Refusal.forbidden("This needs the role admin.");
        }
    }

    private static Refusal unknown() {
        return Refusal.notFound("There is nothing at this address that your role reaches.");
    }
}
