package museum.atrium.notification.delivery;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * How long one claim may be worked on. A slow server must not make a sender sit on mails: they would be sent long after
 * they were checked, and what is more urgent would wait behind them.
 */
@Component
class Turns implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Turns.class);
    private static final int TURNS_UNTIL_OVERDUE = 2;

    private final DeliverySettings settings;
    private final Leases leases;
    private final ScheduledThreadPoolExecutor overdue;

    Turns(DeliverySettings settings, Leases leases) {
        this.settings = settings;
        this.leases = leases;
        this.overdue = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("overdue turns").daemon().factory());
        overdue.setRemoveOnCancelPolicy(true);
    }

    /** What is done with the rest of a claim. */
    @FunctionalInterface
    interface GivingUp {
        void giveUp() throws InterruptedException;
    }

    /**
     * @param giveUp done beside it when it does not come to its end, for a server may take minutes over one mail: what would have been
     *     sent after that one is not to wait for it
     */
    Turn begin(GivingUp giveUp) {
        long turn = settings.turn().toNanos();
        return new Turn(
                System.nanoTime() + turn,
                overdue.schedule(() -> giveUp(giveUp), TURNS_UNTIL_OVERDUE * turn, TimeUnit.NANOSECONDS));
    }

    private static void giveUp(GivingUp giveUp) {
        try {
            giveUp.giveUp();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            log.error("What a hanging sender has could not be given to others", failure);
        }
    }

    @Override
    public void destroy() {
        overdue.shutdownNow();
    }

    final class Turn implements AutoCloseable {

        private final long end;
        private final Future<?> overdue;

        private Turn(long end, Future<?> overdue) {
            this.end = end;
            this.overdue = overdue;
        }

        @Override
        public void close() {
            overdue.cancel(false);
        }

        boolean goesOn() {
            return System.nanoTime() < end && leases.held();
        }
    }
}
