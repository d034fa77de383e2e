package museum.atrium.recording.intake;

import java.time.Duration;
import java.time.Instant;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.catalogue.Recordings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what came of fetching a file. */
@Component
class ImportResults {

    private static final Logger log = LoggerFactory.getLogger(ImportResults.class);

    private final Imports imports;
    private final Uploads uploads;
    private final Recordings recordings;
    private final DroppingUploads dropping;
    private final ImportSettings settings;

    ImportResults(
            Imports imports,
            Uploads uploads,
            Recordings recordings,
            DroppingUploads dropping,
            ImportSettings settings) {
        this.imports = imports;
        this.uploads = uploads;
        this.recordings = recordings;
        this.dropping = dropping;
        this.settings = settings;
    }

    int atOnce() {
        return settings.atOnce();
    }

    Duration patience() {
        return settings.patience();
    }

    void later(Import asked, String reason, Instant next) {
        imports.failed(asked.upload(), reason, next);
        log.warn("The file of the recording {} has not come yet: {}", asked.recording(), reason);
    }

    @Transactional
    public void never(Import asked, String reason) {
        recordings
                .lock(asked.recording())
                .filter(locked -> locked.state() == RecordingState.UPLOADING)
                .flatMap(locked -> uploads.find(asked.upload()).map(upload -> {
                    recordings.save(locked.failed(reason));
                    dropping.drop(upload);
                    return upload;
                }))
                .ifPresent(upload ->
                        log.warn("The file of the recording {} does not come: {}", asked.recording(), reason));
    }
}
