package museum.atrium.recording.publication;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.Recordings;
import museum.atrium.recording.processing.Processing;
import museum.atrium.recording.processing.Processing.Standing;
import museum.atrium.recording.processing.Trim;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cuts off what came before and after. What was timed by then, such as captions, goes on standing where it is said. */
@Component
class Trimming {

    private static final Logger log = LoggerFactory.getLogger(Trimming.class);

    private final Recordings recordings;
    private final Processing processing;
    private final Belongings belongings;

    Trimming(Recordings recordings, Processing processing, Belongings belongings) {
        this.recordings = recordings;
        this.processing = processing;
        this.belongings = belongings;
    }

    /** Makes everything anew, of what lies between. */
    @Transactional
    public Recording trim(RecordingId id, Trim trim) {
        Recording recording = recordings.lockExisting(id);
        Standing standing = processing
                .of(id)
                .orElseThrow(() ->
                        conflict("Its beginning and end can be set once its file has arrived and is processed here."));
        if (standing.sourceRemovedAt() != null) {
            throw conflict("What was uploaded was removed at %s, after its time: it cannot be processed again."
                    .formatted(standing.sourceRemovedAt()));
        }
        switch (recording.state()) {
            case PROCESSING, READY, FAILED -> refuse(trim, standing);
            case SCHEDULED, PUBLISHED, AWAITING_UPLOAD, UPLOADING, RETRACTED ->
                throw conflict("Its beginning and end can be set before it is published or scheduled.");
        }
        Recording next = recording.processing(Optional.ofNullable(recording.media())
                .orElseThrow(() -> conflict("Nothing of it is kept that could be processed.")));
        belongings.moved(id, start(standing.trim()).minus(start(trim)));
        processing.trim(id, trim);
        recordings.save(next);
        log.info("The recording {} is trimmed and processed again", id);
        return next;
    }

    private static Duration start(Trim trim) {
        return Objects.requireNonNullElse(trim.start(), Duration.ZERO);
    }

    private static void refuse(Trim trim, Standing standing) {
        if (isOver(trim.start(), standing)) {
            throw over("start", standing);
        }
        if (isOver(trim.end(), standing)) {
            throw over("end", standing);
        }
        if (trim.start() != null && trim.end() != null && trim.start().compareTo(trim.end()) >= 0) {
            throw Refusal.invalid(
                    new FieldError("start", "It must start before its end."),
                    new FieldError("end", "It must end after its start."));
        }
    }

    private static boolean isOver(@Nullable Duration time, Standing standing) {
        return time != null && standing.duration() != null && time.compareTo(standing.duration()) > 0;
    }

    private static Refusal over(String field, Standing standing) {
        return Refusal.invalid(new FieldError(
                field,
                "It is over by then: it lasts %d milliseconds."
                        .formatted(Objects.requireNonNull(standing.duration()).toMillis())));
    }

    private static Refusal conflict(String detail) {
        return Refusal.conflict("recording-state", detail);
    }
}
