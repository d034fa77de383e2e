package museum.atrium.notification.pausing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Mails that are held back.
 *
 * @param activity null: all mails
 * @param slug the activity's
 * @param by the organiser, as people know them
 */
record Pause(@Nullable UUID activity, @Nullable String slug, Instant since, String by) {}
