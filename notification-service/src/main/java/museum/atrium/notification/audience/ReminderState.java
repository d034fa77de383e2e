package museum.atrium.notification.audience;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A reminder that fell due, for everyone who was confirmed by then. */
record ReminderState(
        UUID activity, UUID session, long sessionRevision, Duration distance, Instant dueAt, Instant expiresAt) {

    ReminderState {
        requireNonNull(activity);
        requireNonNull(session);
        requireNonNull(distance);
        requireNonNull(dueAt);
        requireNonNull(expiresAt);
    }
}
