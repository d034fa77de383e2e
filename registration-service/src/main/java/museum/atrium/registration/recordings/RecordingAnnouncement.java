package museum.atrium.registration.recordings;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of a recording event this service uses; the whole is in {@code contracts/events/recording.schema.json}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RecordingAnnouncement(
        UUID id,
        long revision,
        UUID activity,
        @Nullable UUID session,
        String state,
        String title,
        String language,
        String access,
        Instant publishedAt,
        @Nullable Instant availableUntil,
        String watchPath) {

    boolean isPublished() {
        return state.equals("PUBLISHED");
    }
}
