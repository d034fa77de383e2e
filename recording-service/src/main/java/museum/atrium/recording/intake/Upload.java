package museum.atrium.recording.intake;

import java.time.Instant;
import java.util.UUID;
import museum.atrium.recording.catalogue.RecordingId;
import org.jspecify.annotations.Nullable;

/**
 * An upload as the database knows it.
 *
 * @param length what the uploader announced; null when it is to be announced later
 * @param metadata as the uploader sent it, for its own use
 */
record Upload(
        UUID id,
        RecordingId recording,
        @Nullable Long length,
        @Nullable String metadata,
        boolean finished,
        Instant touchedAt) {

    /** The file of its bytes. */
    String file() {
        return id.toString();
    }

    /** The file by which requests keep each other out. */
    String lock() {
        return id + ".lock";
    }

    /** The file by which instances see that one of them is checking what arrived. */
    String check() {
        return id + ".check";
    }
}
