package museum.atrium.inbox.receiving;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the mails that are being received, so that stopping can wait for their answers. */
final class UnderWay {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition none = lock.newCondition();
    private int mails;
    private boolean ending;

    void begin() {
        lock.lock();
        mails++;
        lock.unlock();
    }

    void end() {
        lock.lock();
        mails--;
        none.signalAll();
        lock.unlock();
    }

    boolean isEnding() {
        lock.lock();
        try {
            return ending;
        } finally {
            lock.unlock();
        }
    }

    /** Lets no further mail begin and waits for those that have begun, at most this long. */
    void awaitEnd(Duration longest) {
        lock.lock();
        try {
            ending = true;
            long left = longest.toNanos();
            while (mails > 0 && left > 0) {
                left = none.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
