package museum.atrium.notification.background;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** One thread that repeats a step until it is stopped; a step that fails is tried again every second. */
public final class Background {

    /** What is repeated. */
    @FunctionalInterface
    public interface Step {

        /** @return how long the thread may rest unless it is woken; zero when there is more to do */
        Duration run() throws InterruptedException;
    }

    private static final Logger log = LoggerFactory.getLogger(Background.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final String name;
    private final Step step;
    private final Wake wake;
    private final Thread thread;
    private volatile boolean stopping;
    private boolean failing;

    private Background(String name, Wake wake, Step step) {
        this.name = name;
        this.wake = wake;
        this.step = step;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    public static Background start(String name, Wake wake, Step step) {
        Background background = new Background(name, wake, step);
        background.thread.start();
        return background;
    }

    private void run() {
        try {
            while (!stopping) {
                long calls = wake.calls();
                Duration rest = once();
                if (!stopping && rest.isPositive()) {
                    wake.await(calls, rest);
                }
            }
        } catch (InterruptedException stopped) {
            log.debug("{} was interrupted", name);
        }
    }

    private Duration once() throws InterruptedException {
        try {
            Duration rest = step.run();
            if (failing) {
                log.info("{} works again", name);
            }
            failing = false;
            return rest;
        } catch (RuntimeException failure) {
            if (!failing) {
                report(failure);
            }
            failing = true;
            return AFTER_FAILURE;
        }
    }

    /** An outage of the database is known from its message; anything else somebody has to look into. */
    private void report(RuntimeException failure) {
        if (failure instanceof DataAccessException || failure instanceof TransactionException) {
            log.warn(
                    "{} cannot go on without the database and is tried again every second: {}",
                    name,
                    NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
            log.debug("The failure of {}", name, failure);
        } else {
            log.error("{} failed; it is tried again every second until it works", name, failure);
        }
    }

    /** Asks it to stop after the step at hand, without waiting for that. */
    public void stop() {
        stopping = true;
        wake.call();
    }

    /** Waits for its end; whoever takes longer is interrupted. */
    public void awaitEnd(Duration patience) {
        try {
            if (!thread.join(patience)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
