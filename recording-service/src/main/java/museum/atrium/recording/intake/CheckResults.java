package museum.atrium.recording.intake;

import java.util.HexFormat;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import museum.atrium.recording.catalogue.Media;
import museum.atrium.recording.catalogue.MediaKind;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.catalogue.Recordings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what a check found. The file becomes the recording's, or nobody's, in the same transaction. */
@Component
class CheckResults {

    private static final Logger log = LoggerFactory.getLogger(CheckResults.class);
    private static final int SECRET_BYTES = 16;

    private final Recordings recordings;
    private final Uploads uploads;
    private final RandomGenerator randomness;

    CheckResults(Recordings recordings, Uploads uploads, RandomGenerator randomness) {
        this.recordings = recordings;
        this.uploads = uploads;
        this.randomness = randomness;
    }

    @Transactional
    public void ready(Upload upload, MediaKind kind, long size, String sha256) {
        byte[] secret = new byte[SECRET_BYTES];
        randomness.nextBytes(secret);
        Media media = new Media(upload.file(), HexFormat.of().formatHex(secret), kind, size, sha256);
        if (settled(upload, recording -> recording.ready(media))) {
            uploads.finished(upload);
            log.info("The recording {} is ready: {} bytes of {}", upload.recording(), size, kind.mediaType());
        }
    }

    @Transactional
    public void failed(Upload upload, String reason) {
        if (settled(upload, recording -> recording.failed(reason))) {
            uploads.drop(upload);
            log.warn("The upload for the recording {} failed and can be repeated: {}", upload.recording(), reason);
        }
    }

    /** Not when the upload was replaced, or its recording removed, while it was being looked at. */
    private boolean settled(Upload upload, Function<Recording, Recording> change) {
        var recording = recordings
                .lock(upload.recording())
                .filter(locked -> locked.state() == RecordingState.PROCESSING)
                .filter(locked -> uploads.find(upload.id()).isPresent());
        recording.map(change).ifPresent(recordings::save);
        return recording.isPresent();
    }
}
