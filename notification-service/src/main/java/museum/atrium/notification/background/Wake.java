package museum.atrium.notification.background;

import java.time.Duration;

/** Tells waiting threads of this process that there may be work, so that they need not look all the time. */
public final class Wake {

    private long calls;

    /** To be read before looking for work, so that a call in between is not missed. */
    public synchronized long calls() {
        return calls;
    }

    public synchronized void call() {
        calls++;
        notifyAll();
    }

    /** Returns when there was a call since {@code seen}, or after that time. */
    public synchronized void await(long seen, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (calls == seen) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
    }
}
