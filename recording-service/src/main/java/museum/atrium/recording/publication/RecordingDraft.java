package museum.atrium.recording.publication;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser announces.
 *
 * @param activity its slug or its id
 * @param session null: the recording is of the activity as a whole
 * @param language null: the activity's
 * @param url where it lies when it is not uploaded here
 */
record RecordingDraft(
        @Nullable String activity,
        @Nullable UUID session,
        @Nullable String title,
        @Nullable String language,
        @Nullable String access,
        @Nullable String url) {}
