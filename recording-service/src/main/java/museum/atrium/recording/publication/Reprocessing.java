package museum.atrium.recording.publication;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import museum.atrium.http.Refusal;
import museum.atrium.recording.catalogue.Media;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.catalogue.Recordings;
import museum.atrium.recording.processing.Probing;
import museum.atrium.recording.processing.Probing.Found;
import museum.atrium.recording.processing.Processing;
import museum.atrium.recording.processing.Source;
import museum.atrium.recording.store.MediaFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Has a recording processed again, otherwise, or not. */
@Component
class Reprocessing {

    private static final Duration FETCHING = Duration.ofMinutes(5);
    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final Logger log = LoggerFactory.getLogger(Reprocessing.class);

    private final Recordings recordings;
    private final Processing processing;
    private final Probing probing;
    private final MediaFiles files;
    private final TransactionTemplate transaction;

    Reprocessing(
            Recordings recordings,
            Processing processing,
            Probing probing,
            MediaFiles files,
            TransactionTemplate transaction) {
        this.recordings = recordings;
        this.processing = processing;
        this.probing = probing;
        this.files = files;
        this.transaction = transaction;
    }

    /** What failed goes on with the step that failed; what is shown as it is, because nothing processed it, is processed now. */
    Recording retry(RecordingId id) {
        Recording before = recordings.existing(id);
        Media media = before.media();
        // Looking into a file takes its time, and is done before anything is locked.
        Source source = before.state() == RecordingState.READY
                        && media != null
                        && processing.of(id).isEmpty()
                ? source(media)
                : null;
        return Objects.requireNonNull(transaction.execute(status -> retry(recordings.lockExisting(id), source)));
    }

    private Recording retry(Recording recording, @Nullable Source source) {
        Media media = Optional.ofNullable(recording.media())
                .orElseThrow(() -> conflict(
                        recording.link() == null
                                ? "Nothing of it is kept that could be processed: upload the file to its uploadUrl."
                                : "It lies elsewhere and is not processed here."));
        Recording next = switch (recording.state()) {
            case FAILED, READY -> recording.processing(media);
            case PROCESSING -> throw conflict("It is being processed.");
            case SCHEDULED, PUBLISHED -> throw conflict("It is shown to people as it is: enter another to replace it.");
            case AWAITING_UPLOAD, UPLOADING, RETRACTED -> throw conflict("There is nothing of it to be processed.");
        };
        if (source != null) {
            processing.begin(recording.id(), media.file(), source);
        } else if (!processing.again(recording.id())) {
            throw conflict("It is processed already, and ready.");
        }
        recordings.save(next);
        log.info("The recording {} is processed again", recording.id());
        return next;
    }

    private Source source(Media media) {
        return switch (probing.probe(here(media), media.kind())) {
            case Found.Usable(Source source) -> source;
            case Found.Unusable(String reason) -> throw conflict(reason);
            case Found.NotAsked notAsked -> throw conflict(probing.whyNot().orElseThrow());
        };
    }

    private Path here(Media media) {
        long end = System.nanoTime() + FETCHING.toNanos();
        return files.local(media.file(), () -> System.nanoTime() < end)
                .orElseThrow(() -> Refusal.notNow(
                        "storage",
                        "The file is fetched from where it is kept, which takes long. Please try again.",
                        AGAIN));
    }

    @Transactional
    public Recording cancel(RecordingId id) {
        Recording recording = recordings.lockExisting(id);
        if (recording.state() != RecordingState.PROCESSING || !processing.cancel(id)) {
            throw conflict("Nothing is being processed of it.");
        }
        Recording cancelled = recording.failed("Its processing was cancelled.");
        recordings.save(cancelled);
        log.info("Processing of the recording {} is cancelled", id);
        return cancelled;
    }

    private static Refusal conflict(String detail) {
        return Refusal.conflict("recording-state", detail);
    }
}
