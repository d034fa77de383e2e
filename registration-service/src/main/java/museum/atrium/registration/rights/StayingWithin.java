package museum.atrium.registration.rights;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.http.account.Access;
import museum.atrium.http.account.OrganizerAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Nobody writes or moves an activity to where their role does not reach. It is looked at as it is stored, at the end of the
 * transaction that stores it, so that whatever a change touches counts.
 */
@Component
public class StayingWithin {

    private final Homes homes;

    StayingWithin(Homes homes) {
        this.homes = homes;
    }

    /** Where it is now; null where nobody needs to know, because no network and no series limits who asks. */
    public @Nullable Home homeOf(UUID activity) {
        return limited().flatMap(account -> homes.of(activity)).orElse(null);
    }

    /**
     * @param before where it was; null: nowhere yet
     * @throws Refusal 403, with which the transaction must end
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refuseIfOutside(@Nullable Home before, UUID activity) {
        limited().ifPresent(account -> {
            Reach reach = Reach.of(account, Access.WRITE);
            Home now = homes.of(activity).orElseThrow();
            boolean inSeries = now.series() == null
                    || (before != null && now.series().equals(before.series()))
                    || homes.ofSeries(now.series()).filter(reach::includes).isPresent();
            boolean inNetwork = now.ownNetwork() == null
                    || (before != null && Objects.equals(now.ownNetwork(), before.ownNetwork()))
                    || reach.includesNetwork(now.ownNetwork())
                    || now.ownNetwork().equals(networkOfSeries(now));
            if (!reach.includes(now) || !inSeries || !inNetwork) {
                throw Refusal.forbidden(
                        "Your role does not reach where this would be: name a network or a series that it reaches.");
            }
        });
    }

    /** What becomes part of a series is held in its network's name unless another is named. That of a series is its own choice. */
    private @Nullable String networkOfSeries(Home home) {
        return home.series() == null || home.isSeries()
                ? null
                : homes.ofSeries(home.series()).map(Home::network).orElse(null);
    }

    private static Optional<OrganizerAccount> limited() {
        return OrganizerAccount.current().filter(account -> !account.mayEverywhere(Access.WRITE));
    }
}
