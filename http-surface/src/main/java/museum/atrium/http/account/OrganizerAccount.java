package museum.atrium.http.account;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is signed in.
 *
 * @param id never changes and is never given to another: the provider's issuer, '#' and the subject there; or
 *     {@code organizer} for who has the password
 * @param name as people know them; may change
 * @param grants what they may do; empty: they are known, and may do nothing
 */
public record OrganizerAccount(String id, String name, Set<Grant> grants) {

    public OrganizerAccount {
        grants = Set.copyOf(grants);
    }

    /** Who makes the call that this thread answers; empty where nobody needs to sign in, and for what services do by themselves. */
    public static Optional<OrganizerAccount> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof OrganizerAccount account
                ? Optional.of(account)
                : Optional.empty();
    }

    public boolean isAdmin() {
        return grants.stream().anyMatch(grant -> grant.role() == Role.ADMIN);
    }

    /** Whether no network and no series limits them. */
    public boolean mayEverywhere(Access access) {
        return grants.stream().anyMatch(grant -> grant.allowsEverywhere(access));
    }

    public boolean mayAnywhere(Access access) {
        return grants.stream().anyMatch(grant -> grant.role().allows(access));
    }

    /** The slugs of the networks, or of the series, in which they may do so, beside everywhere. */
    public Set<String> mayIn(Grant.Kind kind, Access access) {
        return grants.stream()
                .filter(grant -> grant.role().allows(access))
                .flatMap(grant -> Optional.ofNullable(grant.place()).stream())
                .filter(place -> place.kind() == kind)
                .map(Grant.Place::slug)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Not who it is: this may end in a log. */
    @Override
    public String toString() {
        return "account";
    }
}
