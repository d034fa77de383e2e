package museum.atrium.notification.audience;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What was known of an activity before the event at hand. */
record KnownActivity(boolean known, boolean cancelled, Map<UUID, KnownSession> sessions) {

    /** Whether it had a session that was still to come at that time. */
    boolean wasDated(Instant at) {
        return !cancelled
                && sessions.values().stream()
                        .anyMatch(session ->
                                !session.cancelled() && session.slot().endsAt().isAfter(at));
    }
}
