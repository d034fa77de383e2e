package museum.atrium.recording;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that may take long, such as talking to other servers, on a thread of its own: what is scheduled with a delay shares one, and
 * would wait for it.
 */
public final class Errand implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Errand.class);

    private final String name;
    private final Runnable task;
    private final ExecutorService thread;
    private final AtomicBoolean underWay = new AtomicBoolean();

    /** @param name of its thread */
    public Errand(String name, Runnable task) {
        this.name = name;
        this.task = task;
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Returns at once; nothing happens when it is under way. */
    public void begin() {
        if (underWay.compareAndSet(false, true)) {
            thread.execute(this::run);
        }
    }

    private void run() {
        try {
            task.run();
        } catch (RuntimeException failure) {
            log.error("{} failed, and is tried again", name, failure);
        } finally {
            underWay.set(false);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
