package museum.atrium.registration.rights;

import java.util.Set;
import museum.atrium.http.account.Access;
import museum.atrium.http.account.Grant;
import museum.atrium.http.account.OrganizerAccount;
import org.jspecify.annotations.Nullable;

/**
 * What an account may read, or write.
 *
 * @param everywhere whether no network and no series limits it
 * @param networks slugs
 * @param series slugs
 */
public record Reach(boolean everywhere, Set<String> networks, Set<String> series) {

    private static final Reach NOWHERE = new Reach(false, Set.of(), Set.of());

    /** Of who makes the call that this thread answers; nothing for who is not signed in. */
    public static Reach ofCaller(Access access) {
        return OrganizerAccount.current().map(account -> of(account, access)).orElse(NOWHERE);
    }

    static Reach of(OrganizerAccount account, Access access) {
        return new Reach(
                account.mayEverywhere(access),
                account.mayIn(Grant.Kind.NETWORK, access),
                account.mayIn(Grant.Kind.SERIES, access));
    }

    boolean includes(Home home) {
        return everywhere || isIn(series, home.series()) || isIn(networks, home.network());
    }

    boolean includesNetwork(String network) {
        return everywhere || networks.contains(network);
    }

    private static boolean isIn(Set<String> slugs, @Nullable String slug) {
        return slug != null && slugs.contains(slug);
    }
}
