package museum.atrium.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells a waiting loop that there is something to do; calls that come while it works are not lost. */
final class WakeUp {

    private final Semaphore calls = new Semaphore(0);

    void wake() {
        calls.release();
    }

    /** Returns when woken since the last return, at the latest after this time. */
    void await(Duration atMost) throws InterruptedException {
        if (calls.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            calls.drainPermits();
        }
    }
}
