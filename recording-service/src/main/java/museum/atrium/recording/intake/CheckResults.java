package museum.atrium.recording.intake;

import java.util.function.Function;
import museum.atrium.recording.catalogue.Media;
import museum.atrium.recording.catalogue.MediaKind;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.catalogue.Recordings;
import museum.atrium.recording.processing.Processing;
import museum.atrium.recording.processing.Source;
import museum.atrium.recording.store.Secrets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what a check found. The file becomes the recording's, or nobody's, in the same transaction. */
@Component
class CheckResults {

    private static final Logger log = LoggerFactory.getLogger(CheckResults.class);

    private final Recordings recordings;
    private final Uploads uploads;
    private final DroppingUploads dropping;
    private final Processing processing;
    private final Secrets secrets;

    CheckResults(
            Recordings recordings, Uploads uploads, DroppingUploads dropping, Processing processing, Secrets secrets) {
        this.recordings = recordings;
        this.uploads = uploads;
        this.dropping = dropping;
        this.processing = processing;
        this.secrets = secrets;
    }

    /** @param source what is in it; null where nothing is processed, and it is shown as it is */
    @Transactional
    public void usable(Upload upload, MediaKind kind, long size, String sha256, @Nullable Source source) {
        Media media = new Media(upload.file(), secrets.next(), kind, size, sha256);
        if (settled(upload, recording -> source == null ? recording.ready(media) : recording.processing(media))) {
            dropping.finished(upload);
            log.info("The recording {} has arrived: {} bytes of {}", upload.recording(), size, kind.mediaType());
            if (source != null) {
                processing.begin(upload.recording(), upload.file(), source);
            }
        }
    }

    @Transactional
    public void failed(Upload upload, String reason) {
        if (settled(upload, recording -> recording.failed(reason))) {
            dropping.drop(upload);
            log.warn("The upload for the recording {} failed and can be repeated: {}", upload.recording(), reason);
        }
    }

    /** Not when the upload was replaced, or its recording removed, while it was being looked at. */
    private boolean settled(Upload upload, Function<Recording, Recording> change) {
        var recording = recordings
                .lock(upload.recording())
                .filter(locked -> locked.state() == RecordingState.PROCESSING)
                .filter(locked -> uploads.find(upload.id())
                        .filter(found -> !found.finished())
                        .isPresent());
        recording.map(change).ifPresent(recordings::save);
        return recording.isPresent();
    }
}
