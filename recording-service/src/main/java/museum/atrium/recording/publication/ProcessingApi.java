package museum.atrium.recording.publication;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.processing.Trim;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What organisers have to say about the processing of a recording, and what they see of it while it goes on. */
@RestController
@RequestMapping("/api/recordings/{id}")
class ProcessingApi {

    private final Reprocessing reprocessing;
    private final Trimming trimming;
    private final ProgressStreams streams;
    private final Answers answers;

    ProcessingApi(Reprocessing reprocessing, Trimming trimming, ProgressStreams streams, Answers answers) {
        this.reprocessing = reprocessing;
        this.trimming = trimming;
        this.streams = streams;
        this.answers = answers;
    }

    @PostMapping("/retry")
    RecordingAnswer retry(@PathVariable UUID id, @RequestBody(required = false) @Nullable NothingToSay body) {
        return answers.of(reprocessing.retry(new RecordingId(id)));
    }

    @DeleteMapping("/processing")
    RecordingAnswer cancel(@PathVariable UUID id) {
        return answers.of(reprocessing.cancel(new RecordingId(id)));
    }

    /**
     * @param start in seconds of what was uploaded; null: from its beginning
     * @param end null: to its end
     */
    record Cut(@Nullable BigDecimal start, @Nullable BigDecimal end) {}

    @PutMapping("/trim")
    RecordingAnswer trim(@PathVariable UUID id, @RequestBody Cut cut) {
        return answers.of(
                trimming.trim(new RecordingId(id), new Trim(time("start", cut.start()), time("end", cut.end()))));
    }

    @GetMapping(path = "/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter progress(@PathVariable UUID id, HttpServletResponse response) {
        // nginx would keep events until they fill a buffer.
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return streams.open(new RecordingId(id));
    }

    private static @Nullable Duration time(String field, @Nullable BigDecimal seconds) {
        return seconds == null ? null : Seconds.of(field, seconds);
    }
}
