package museum.atrium.recording.feeds;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recording for everybody.
 *
 * @param language that is spoken, as a tag
 * @param page where it is watched
 * @param activity what it was recorded of
 * @param author who held that
 * @param film null where there are no pictures, or where it lies elsewhere; so may the sound be
 * @param picture of it, to be shown beside its title
 * @param lasts null when nobody knows
 */
record FeedEntry(
        UUID id,
        String title,
        String language,
        URI page,
        String activity,
        String author,
        Instant publishedAt,
        @Nullable Enclosed film,
        @Nullable Enclosed sound,
        @Nullable URI picture,
        @Nullable Duration lasts) {

    /** @param size in bytes */
    record Enclosed(URI address, String mediaType, long size) {}

    /** The same for ever, whatever becomes of its addresses. */
    String urn() {
        return "urn:uuid:" + id;
    }
}
