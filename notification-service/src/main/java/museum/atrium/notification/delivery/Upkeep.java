package museum.atrium.notification.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import museum.atrium.notification.background.Background;
import museum.atrium.notification.background.Wake;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What senders rely on: their leases, their marks, and that dead ones are found. It starts before and ends after them. */
@Component
class Upkeep implements SmartLifecycle {

    private static final Duration LOOK_FOR_DEAD = Duration.ofSeconds(3);
    private static final Duration MEASURE = Duration.ofSeconds(15);
    private static final Duration FORGET = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Leases leases;
    private final DeadSenders deadSenders;
    private final Marks marks;
    private final QueueDepth depth;
    private final Paces paces;
    private final List<Background> threads = new ArrayList<>();

    Upkeep(Leases leases, DeadSenders deadSenders, Marks marks, QueueDepth depth, Paces paces) {
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
    public synchronized void start() {
        marks.start();
        repeat("renewing leases", leases.renewal(), leases::renew);
        repeat("looking for dead senders", LOOK_FOR_DEAD, deadSenders::takeOver);
        repeat("measuring the queue", MEASURE, depth::measure);
        repeat("forgetting paces", FORGET, paces::forgetUnused);
    }

    private void repeat(String name, Duration every, Runnable step) {
        threads.add(Background.start(name, new Wake(), () -> {
            step.run();
            return every;
        }));
    }

    @Override
    public synchronized void stop() {
        marks.stop(PATIENCE);
        threads.forEach(Background::stop);
        threads.forEach(thread -> thread.awaitEnd(PATIENCE));
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }
}
