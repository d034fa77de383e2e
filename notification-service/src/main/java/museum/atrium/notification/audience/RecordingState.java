package museum.atrium.notification.audience;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a recording's event that mails are made of.
 *
 * @param session null when the whole activity was recorded
 * @param access PUBLIC, REGISTRANTS or ATTENDEES
 */
record RecordingState(
        UUID id,
        long revision,
        UUID activity,
        @Nullable UUID session,
        String state,
        String title,
        String access,
        Instant publishedAt,
        @Nullable Instant availableUntil,
        String watchPath) {

    RecordingState {
        requireNonNull(id);
        requireNonNull(activity);
        requireNonNull(state);
        requireNonNull(title);
        requireNonNull(access);
        requireNonNull(publishedAt);
        requireNonNull(watchPath);
    }

    boolean published() {
        return state.equals("PUBLISHED");
    }

    boolean attendeesOnly() {
        return access.equals("ATTENDEES");
    }
}
