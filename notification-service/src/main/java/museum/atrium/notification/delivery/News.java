package museum.atrium.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is new in a series, for one of its subscribers.
 *
 * @param signedUp whether their address has a registration for it that is not over
 */
record News(Activity activity, boolean signedUp) {

    /** Why it is not worth telling any more; null: it is. */
    @Nullable String objection(UUID series, Instant now) {
        if (activity.cancelled()) {
            return "the activity is cancelled";
        }
        if (!series.equals(activity.series())) {
            return "the activity does not belong to the series any more";
        }
        if (signedUp) {
            return "the address is registered for the activity already";
        }
        return activity.isOver(now) ? "the activity is over" : null;
    }
}
