package museum.atrium.notification.delivery;

import java.time.Duration;
import museum.atrium.notification.background.Backgrounds;
import museum.atrium.notification.background.Wake;
import org.springframework.stereotype.Component;

/** What senders rely on: their leases, their marks, and that dead ones are found. It starts before and ends after them. */
@Component
class Upkeep extends Backgrounds {

    private static final Duration LOOK_FOR_DEAD = Duration.ofSeconds(3);
    private static final Duration MEASURE = Duration.ofSeconds(15);
    private static final Duration FORGET = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Leases leases;
    private final DeadSenders deadSenders;
    private final Marks marks;
    private final QueueDepth depth;
    private final Paces paces;

    Upkeep(Leases leases, DeadSenders deadSenders, Marks marks, QueueDepth depth, Paces paces) {
        super(PATIENCE);
        this.leases = leases;
        this.deadSenders = deadSenders;
        this.marks = marks;
        this.depth = depth;
        this.paces = paces;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    @Override
    protected void begin() {
        marks.start();
        repeat("renewing leases", leases.renewal(), leases::renew);
        repeat("looking for dead senders", LOOK_FOR_DEAD, deadSenders::takeOver);
        repeat("measuring the queue", MEASURE, depth::measure);
        repeat("forgetting paces", FORGET, paces::forgetUnused);
    }

    private void repeat(String name, Duration every, Runnable step) {
        repeat(name, new Wake(), () -> {
            step.run();
            return every;
        });
    }

    @Override
    public synchronized void stop() {
        marks.stop(PATIENCE);
        super.stop();
    }
}
