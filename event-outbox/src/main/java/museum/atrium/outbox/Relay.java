package museum.atrium.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Brings committed events to Kafka for as long as the service runs; outages of the broker or the database are waited out. */
final class Relay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);

    /** Where one small commit follows the other, a pass for each would cost more than they do: events gather meanwhile. */
    private static final Duration REST_AFTER_FEW = Duration.ofMillis(10);

    private static final int FEW = 200;
    private static final Duration TO_FINISH_A_PASS = Duration.ofSeconds(2);

    private final RelayPass pass;
    private final WakeUp wakeUp;
    private final Duration pollInterval;
    private final DeclaringTopics topics;
    private final Backlog backlog;
    private final OutageLog brokerOutage = new OutageLog(log);
    private final OutageLog databaseOutage = new OutageLog(log);

    private volatile boolean running;
    private @Nullable Thread thread;

    Relay(RelayPass pass, WakeUp wakeUp, Duration pollInterval, DeclaringTopics topics, Backlog backlog) {
        this.pass = pass;
        this.wakeUp = wakeUp;
        this.pollInterval = pollInterval;
        this.topics = topics;
        this.backlog = backlog;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::relay);
    }

    private void relay() {
        try {
            while (running) {
                wakeUp.await(round());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return how long to rest unless woken: nothing while there is more to send */
    private Duration round() throws InterruptedException {
        try {
            backlog.measureNowAndThen();
            if (!topics.areDeclared()) {
                // Sent to a topic that is not there yet, an event could create it with the broker's defaults.
                return pollInterval;
            }
            Sent sent = pass.run();
            databaseOutage.working("The outbox can be read again");
            return restAfter(sent);
        } catch (RuntimeException failed) {
            databaseOutage.failing("The outbox cannot be read: its events are sent once it can", failed);
            return restAfterFailure();
        }
    }

    private Duration restAfter(Sent sent) throws InterruptedException {
        if (!sent.acknowledged().isEmpty()) {
            brokerOutage.working("Kafka takes events again");
        }
        if (sent.outage() != null && running) {
            brokerOutage.failing(
                    "Kafka does not take events: they wait in the outbox and are sent once it does", sent.outage());
            return restAfterFailure();
        }
        if (sent.acknowledged().isEmpty()) {
            return pollInterval;
        }
        if (sent.acknowledged().size() < FEW) {
            Thread.sleep(REST_AFTER_FEW);
        }
        return Duration.ZERO;
    }

    /** Rests at once and deaf, because commits would wake the relay into the outage again and again. */
    private static Duration restAfterFailure() throws InterruptedException {
        Thread.sleep(REST_AFTER_FAILURE);
        return Duration.ZERO;
    }

    @Override
    public void stop() {
        running = false;
        wakeUp.wake();
        try {
            if (thread != null && !thread.join(TO_FINISH_A_PASS)) {
                pass.abandon();
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        pass.abandon();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after what adds events, such as the web server, so that their last events still leave. */
    @Override
    public int getPhase() {
        return 0;
    }
}
