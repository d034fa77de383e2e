package museum.atrium.recording.publication;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import museum.atrium.http.Refusal;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.catalogue.Recordings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells those who look on how far a recording is, whenever it has got further, until it is ready or has failed. */
@Component
class ProgressStreams {

    private static final Logger log = LoggerFactory.getLogger(ProgressStreams.class);
    private static final int MOST = 64;
    private static final Duration GLANCE = Duration.ofMillis(500);
    /** Proxies close what is silent; who looks on still comes back by itself. */
    private static final int GLANCES_BETWEEN_SIGNS = 30;

    private static final Duration LONGEST = Duration.ofHours(1);

    private final Recordings recordings;
    private final ProcessingAnswers processing;
    private final Semaphore free = new Semaphore(MOST);
    private volatile boolean stopping;

    ProgressStreams(Recordings recordings, ProcessingAnswers processing) {
        this.recordings = recordings;
        this.processing = processing;
    }

    /** The data of each event. */
    record Progress(
            RecordingState state,
            @Nullable Integer progress,
            @Nullable String reason) {}

    SseEmitter open(RecordingId id) {
        recordings.existing(id);
        if (!free.tryAcquire()) {
            throw Refusal.overloaded(Duration.ofSeconds(10));
        }
        SseEmitter stream = new SseEmitter(LONGEST.toMillis());
        Thread.ofVirtual().name("progress of " + id).start(() -> tell(stream, id));
        return stream;
    }

    private void tell(SseEmitter stream, RecordingId id) {
        try {
            Progress told = null;
            for (long glance = 0; !stopping && glance < LONGEST.dividedBy(GLANCE); glance++) {
                Progress now = recordings.find(id).map(this::progress).orElse(null);
                if (now == null) {
                    break;
                }
                if (!now.equals(told)) {
                    stream.send(SseEmitter.event().name("progress").data(now, MediaType.APPLICATION_JSON));
                    told = now;
                } else if (glance % GLANCES_BETWEEN_SIGNS == 0) {
                    stream.send(SseEmitter.event().comment("still at it"));
                }
                if (isSettled(now.state())) {
                    break;
                }
                Thread.sleep(GLANCE);
            }
            stream.complete();
        } catch (IOException | IllegalStateException goneAway) {
            log.debug("Nobody looks on any more");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            stream.completeWithError(broken);
        } finally {
            free.release();
        }
    }

    private Progress progress(Recording recording) {
        return new Progress(recording.state(), processing.of(recording).progress(), recording.reason());
    }

    private static boolean isSettled(RecordingState state) {
        return switch (state) {
            case AWAITING_UPLOAD, UPLOADING, PROCESSING -> false;
            case READY, SCHEDULED, PUBLISHED, RETRACTED, FAILED -> true;
        };
    }

    /** Before the web server begins to wait for the requests that are open. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }
}
