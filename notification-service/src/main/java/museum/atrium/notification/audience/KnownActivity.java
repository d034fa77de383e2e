package museum.atrium.notification.audience;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was known of an activity before the event at hand.
 *
 * @param seriesUntold whether it may have belonged to a series without our knowing to which
 */
record KnownActivity(
        boolean known,
        boolean cancelled,
        boolean attendanceSettled,
        @Nullable UUID series,
        boolean seriesUntold,
        Map<UUID, KnownSession> sessions) {

    /** Whether it has only now become part of that series. */
    boolean isNewIn(UUID joined) {
        return !seriesUntold && !joined.equals(series);
    }

    /** Whether it had a session that was still to come at that time. */
    boolean wasDated(Instant at) {
        return !cancelled
                && sessions.values().stream()
                        .anyMatch(session ->
                                !session.cancelled() && session.slot().endsAt().isAfter(at));
    }
}
