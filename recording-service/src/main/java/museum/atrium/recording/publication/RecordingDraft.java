package museum.atrium.recording.publication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser announces.
 *
 * @param activity its slug or its id
 * @param session null: the recording is of the activity as a whole
 * @param language null: the activity's
 * @param url where it lies when it is not uploaded here
 * @param availableUntil from then on nobody may watch it; null: no such time
 */
record RecordingDraft(
        @Nullable String activity,
        @Nullable UUID session,
        @Nullable String title,
        @Nullable String language,
        @Nullable String access,
        @Nullable String url,
        @Nullable Instant availableUntil) {}
