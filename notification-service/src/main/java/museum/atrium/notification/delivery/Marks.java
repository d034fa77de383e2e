package museum.atrium.notification.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/**
 * Records what became of each mail, on one thread: those of a few milliseconds share a transaction. What was not
 * recorded when the process dies is the only thing that is ever sent twice. While the database is away senders wait here.
 */
@Component
class Marks {

    private static final Logger log = LoggerFactory.getLogger(Marks.class);
    private static final int MOST = 512;
    private static final long FLUSH_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Marking marking;
    private final BlockingQueue<Mark> waiting = new ArrayBlockingQueue<>(4 * MOST);
    private volatile boolean stopping;
    private @Nullable Thread thread;

    Marks(Marking marking) {
        this.marking = marking;
    }

    void add(Mark mark) throws InterruptedException {
        waiting.put(mark);
    }

    void start() {
        stopping = false;
        thread = Thread.ofPlatform().name("marking").daemon().start(this::run);
    }

    /** Returns when everything is recorded, or cannot be within that time: it is then sent again later. */
    void stop(Duration patience) {
        stopping = true;
        Thread running = thread;
        if (running == null) {
            return;
        }
        try {
            if (!running.join(patience)) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping || !waiting.isEmpty()) {
                Mark first = waiting.poll(50, TimeUnit.MILLISECONDS);
                if (first != null) {
                    flush(collect(first));
                }
            }
        } catch (InterruptedException e) {
            log.error("Stopped with {} marks unrecorded; those mails are sent again", waiting.size());
        }
    }

    private List<Mark> collect(Mark first) throws InterruptedException {
        List<Mark> group = new ArrayList<>();
        group.add(first);
        long end = System.nanoTime() + FLUSH_NANOS;
        while (group.size() < MOST) {
            Mark next = waiting.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                return group;
            }
            group.add(next);
        }
        return group;
    }

    private void flush(List<Mark> group) throws InterruptedException {
        for (int failures = 0; ; failures++) {
            try {
                marking.record(group);
                return;
            } catch (RuntimeException failure) {
                if (failures == 0) {
                    log.warn(
                            "{} mails could not be marked; it is tried again until it works: {}",
                            group.size(),
                            NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
                    log.debug("The failure of marking", failure);
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }
}
