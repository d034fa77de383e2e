package museum.atrium.recording.publication;

import java.time.Duration;
import java.util.List;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.Rendition;
import museum.atrium.recording.catalogue.Renditions;
import museum.atrium.recording.processing.Probing;
import museum.atrium.recording.processing.Processing;
import museum.atrium.recording.processing.Processing.Standing;
import museum.atrium.recording.publication.RecordingAnswer.ProcessingAnswer;
import museum.atrium.recording.publication.RecordingAnswer.RenditionAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What organisers see of a recording's processing. */
@Component
class ProcessingAnswers {

    private final Processing processing;
    private final Renditions renditions;
    private final Probing probing;

    ProcessingAnswers(Processing processing, Renditions renditions, Probing probing) {
        this.processing = processing;
        this.renditions = renditions;
        this.probing = probing;
    }

    /** Of 100. */
    int progress(Recording recording) {
        return processing.of(recording.id()).map(Standing::progress).orElse(0);
    }

    @Nullable Double duration(Recording recording) {
        return processing
                .of(recording.id())
                .map(Standing::duration)
                .map(ProcessingAnswers::seconds)
                .orElse(null);
    }

    @Nullable ProcessingAnswer of(Recording recording) {
        if (recording.media() == null) {
            return null;
        }
        return processing.of(recording.id()).map(ProcessingAnswers::answer).orElseGet(this::unavailable);
    }

    List<RenditionAnswer> renditions(Recording recording) {
        return renditions.of(recording.id()).stream()
                .map(ProcessingAnswers::answer)
                .toList();
    }

    private @Nullable ProcessingAnswer unavailable() {
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
                start == null ? null : seconds(start),
                end == null ? null : seconds(end),
                standing.sourceRemovedAt(),
                standing.steps());
    }

    private static RenditionAnswer answer(Rendition rendition) {
        Rendition.Stream stream = rendition.stream();
        return stream == null || stream.audible()
                ? new RenditionAnswer(rendition.name(), rendition.mediaType(), rendition.size(), null, null)
                : new RenditionAnswer(
                        rendition.name(), rendition.mediaType(), rendition.size(), stream.width(), stream.height());
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }
}
