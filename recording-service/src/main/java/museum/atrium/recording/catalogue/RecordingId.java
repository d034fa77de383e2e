package museum.atrium.recording.catalogue;

import java.util.Optional;
import java.util.UUID;

public record RecordingId(UUID value) {

    /** Nothing when it is not written as one. */
    public static Optional<RecordingId> read(String text) {
        try {
            return Optional.of(new RecordingId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
