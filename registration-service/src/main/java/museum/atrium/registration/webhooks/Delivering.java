package museum.atrium.registration.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Delivers what is due. One thread does all that needs the database, so that sign-ups keep their connections; each request has a
 * thread of its own, and how many there are is bounded for each webhook and by the number of webhooks.
 */
@Component
class Delivering implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Delivering.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DeliveryQueue queue;
    private final Posting posting;
    private final Marking marking;
    private final Semaphore calls = new Semaphore(0);
    private final Queue<Attempt> finished = new ConcurrentLinkedQueue<>();
    private volatile boolean running;
    private @Nullable Thread thread;
    private boolean failing;

    private record Attempt(Claimed claimed, Outcome outcome) {}

    Delivering(DeliveryQueue queue, Posting posting, Marking marking) {
        this.queue = queue;
        this.posting = posting;
        this.marking = marking;
    }

    @TransactionalEventListener
    public void on(MessagesAdded added) {
        calls.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("webhooks").daemon().start(this::run);
    }

    private void run() {
        ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
        try {
            while (running) {
                boolean idle = step(requests);
                if (idle && calls.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    calls.drainPermits();
                }
            }
            requests.shutdown();
            // What takes longer is taken up again by somebody when its claim ends.
            requests.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            markFinished();
        } catch (InterruptedException stopped) {
            log.debug("delivering to webhooks was interrupted");
        } catch (RuntimeException failure) {
            log.warn("What was just delivered to webhooks could not be marked and is repeated: {}", said(failure));
        } finally {
            requests.shutdownNow();
        }
    }

    /** @return whether there is nothing more to do for now */
    private boolean step(ExecutorService requests) {
        try {
            markFinished();
            List<Claimed> claimed = queue.claim();
            claimed.forEach(each -> requests.execute(() -> attempt(each)));
            failing = false;
            return claimed.isEmpty();
        } catch (RuntimeException failure) {
            if (!failing) {
                log.warn("webhooks wait until this is mended, and nothing is lost: {}", said(failure));
                log.debug("The failure of delivering to webhooks", failure);
            }
            failing = true;
            calls.drainPermits();
            return true;
        }
    }

    private void attempt(Claimed claimed) {
        finished.add(new Attempt(claimed, posting.post(claimed)));
        calls.release();
    }

    /** Stays in the line until it is marked. */
    private void markFinished() {
        for (Attempt attempt = finished.peek(); attempt != null; attempt = finished.peek()) {
            marking.record(attempt.claimed(), attempt.outcome());
            finished.remove();
        }
    }

    private static @Nullable String said(RuntimeException failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure).getMessage();
    }

    @Override
    public synchronized void stop() {
        running = false;
        calls.release();
        Thread delivering = thread;
        if (delivering == null) {
            return;
        }
        try {
            if (!delivering.join(PATIENCE.multipliedBy(2))) {
                delivering.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
