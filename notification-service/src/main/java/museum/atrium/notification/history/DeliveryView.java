package museum.atrium.notification.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one mail. It names no address.
 *
 * @param newActivity what a subscriber was told of; {@code activity} is the series then
 */
record DeliveryView(
        String id,
        UUID registration,
        @Nullable UUID activity,
        String kind,
        @Nullable UUID session,
        @Nullable UUID recording,
        @Nullable UUID newActivity,
        @Nullable UUID message,
        @Nullable String distance,
        String status,
        int attempts,
        @Nullable String reason,
        Instant plannedAt,
        Instant dueAt,
        @Nullable Instant expiresAt,
        List<Step> timeline) {

    /** One thing that happened: PLANNED, DEFERRED, UNKNOWN, SENT, DROPPED, CANCELLED, FAILED, DELAYED, RETURNED or BOUNCED. */
    record Step(Instant at, String what, @Nullable String detail) {}
}
