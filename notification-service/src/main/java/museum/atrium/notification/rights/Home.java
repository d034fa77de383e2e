package museum.atrium.notification.rights;

import museum.atrium.http.account.Access;
import museum.atrium.http.account.Grant;
import museum.atrium.http.account.OrganizerAccount;
import org.jspecify.annotations.Nullable;

/** The series and the network of an activity, by slugs; what has no network of its own is in its series'. */
public record Home(@Nullable String series, @Nullable String network) {

    /** Whether the account may do so there. */
    public boolean isOpenTo(OrganizerAccount account, Access access) {
        return account.mayEverywhere(access)
                || (series != null && account.mayIn(Grant.Kind.SERIES, access).contains(series))
                || (network != null && account.mayIn(Grant.Kind.NETWORK, access).contains(network));
    }
}
