package museum.atrium.recording.intake;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import museum.atrium.recording.catalogue.RecordingId;
import org.jspecify.annotations.Nullable;

/**
 * A file that is fetched from elsewhere, as if somebody uploaded it.
 *
 * @param upload whose bytes these become
 * @param authorization the header that opens it, at its own host alone; null: none
 * @param etag of what has been fetched of it so far; null: what has been fetched cannot be gone on with
 * @param attempts that failed
 */
record Import(
        RecordingId recording,
        UUID upload,
        URI url,
        @Nullable String authorization,
        @Nullable String etag,
        int attempts,
        Instant askedAt) {}
