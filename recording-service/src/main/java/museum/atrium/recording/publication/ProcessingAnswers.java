package museum.atrium.recording.publication;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.intake.Imports;
import museum.atrium.recording.intake.Imports.Underway;
import museum.atrium.recording.intake.Uploads;
import museum.atrium.recording.processing.Probing;
import museum.atrium.recording.processing.Processing;
import museum.atrium.recording.processing.Processing.Standing;
import museum.atrium.recording.publication.RecordingAnswer.ProcessingAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What organisers see of a recording's way from its first byte until it is ready. */
@Component
class ProcessingAnswers {

    private static final int WHOLE = 100;

    private final Uploads uploads;
    private final Processing processing;
    private final Probing probing;
    private final Imports imports;

    ProcessingAnswers(Uploads uploads, Imports imports, Processing processing, Probing probing) {
        this.uploads = uploads;
        this.imports = imports;
        this.processing = processing;
        this.probing = probing;
    }

    /**
     * A recording's way from its first byte until it is ready, looked at once.
     *
     * @param progress of 100, of its upload and then of its processing; null when it was retracted
     */
    record Way(
            @Nullable Integer progress,
            @Nullable Double duration,
            @Nullable Underway fetching,
            @Nullable ProcessingAnswer processing) {}

    Way of(Recording recording) {
        Optional<Standing> standing = processing.of(recording.id());
        return new Way(
                progress(recording, standing),
                standing.map(Standing::duration).map(Seconds::in).orElse(null),
                recording.state() == RecordingState.UPLOADING
                        ? imports.of(recording.id()).orElse(null)
                        : null,
                recording.media() == null
                        ? null
                        : standing.map(ProcessingAnswers::answer).orElseGet(this::unavailable));
    }

    private @Nullable Integer progress(Recording recording, Optional<Standing> standing) {
        return switch (recording.state()) {
            case AWAITING_UPLOAD, FAILED -> 0;
            case UPLOADING -> uploads.progress(recording.id());
            case PROCESSING -> standing.map(Standing::progress).orElse(0);
            case READY, SCHEDULED, PUBLISHED -> WHOLE;
            case RETRACTED -> null;
        };
    }

    private ProcessingAnswer unavailable() {
        return new ProcessingAnswer(
                "UNAVAILABLE",
                probing.whyNot().orElse("It arrived when nothing was processed here; a retry has it processed."),
                null,
                null,
                null,
                List.of());
    }

    private static ProcessingAnswer answer(Standing standing) {
        Duration start = standing.trim().start();
        Duration end = standing.trim().end();
        return new ProcessingAnswer(
                standing.state(),
                null,
                start == null ? null : Seconds.in(start),
                end == null ? null : Seconds.in(end),
                standing.sourceRemovedAt(),
                standing.steps());
    }
}
