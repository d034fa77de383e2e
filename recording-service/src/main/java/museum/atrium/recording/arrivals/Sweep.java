package museum.atrium.recording.arrivals;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClientException;

/** Looks at some system's list of recordings whenever it is asked to, one look at a time, on a thread of its own. */
public final class Sweep implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final String system;
    private final Runnable look;
    private final ExecutorService thread;
    private boolean failing;

    /** @param look may throw {@link RestClientException} and {@link UnreadableList}, which is said once until it goes well again */
    public Sweep(String system, Runnable look) {
        this.system = system;
        this.look = look;
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(system).daemon().factory());
    }

    /** Returns at once. */
    public void soon() {
        thread.execute(this::once);
    }

    private void once() {
        try {
            look.run();
            failing = false;
        } catch (RestClientException | UnreadableList unreachable) {
            if (!failing) {
                log.warn(
                        "{}'s list of recordings cannot be read, and is asked for again: {}",
                        system,
                        unreachable.getMessage());
            }
            failing = true;
        } catch (RuntimeException failure) {
            log.error("What {} has could not be taken, and is tried again", system, failure);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
