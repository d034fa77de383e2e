package museum.atrium.notification.audience;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an organiser wrote, with some of those whom it is for.
 *
 * @param subject by language tag (BCP 47)
 * @param text by language tag; blank lines part its paragraphs
 */
record MessageState(
        UUID id,
        UUID activity,
        Map<String, String> subject,
        Map<String, String> text,
        Instant sentAt,
        List<UUID> registrations) {

    MessageState {
        requireNonNull(id);
        requireNonNull(activity);
        requireNonNull(subject);
        requireNonNull(text);
        requireNonNull(sentAt);
        requireNonNull(registrations);
    }
}
