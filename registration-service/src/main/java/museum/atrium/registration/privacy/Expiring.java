package museum.atrium.registration.privacy;

import museum.atrium.registration.erasure.Erased;
import museum.atrium.registration.erasure.ErasureLedger;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.signup.Erasing;
import museum.atrium.registration.speakers.ErasingSpeakers;
import museum.atrium.registration.statistics.KeepingCounts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets go of what an activity has of anybody once its period is over, portion by portion; what was counted stays. */
@Component
class Expiring {

    private static final int PORTION = 500;

    private final ExpiredActivities expired;
    private final Erasing registrations;
    private final ErasingSpeakers speakers;
    private final KeepingCounts counts;
    private final ErasureLedger ledger;

    Expiring(
            ExpiredActivities expired,
            Erasing registrations,
            ErasingSpeakers speakers,
            KeepingCounts counts,
            ErasureLedger ledger) {
        this.expired = expired;
        this.registrations = registrations;
        this.speakers = speakers;
        this.counts = counts;
        this.ledger = ledger;
    }

    /** @return whether there is more to go */
    @Transactional
    public boolean expireSome(ActivityId id) {
        Activity activity = expired.lock(id).orElse(null);
        if (activity == null) {
            return false;
        }
        Erased portion = registrations.eraseSome(id, PORTION, going -> counts.keep(activity, going));
        boolean more = expired.holdsRegistrations(id);
        if (!more) {
            portion = portion.and(speakers.eraseAll(id)).and(registrations.eraseCodes(id));
        }
        ledger.enterExpired(id, portion, !more);
        return more;
    }
}
