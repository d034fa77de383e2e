package museum.atrium.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks at the broker every second, and does there what a service could otherwise only do at its start: creates the topics,
 * begins to listen (also again, should the listener have died), and follows how far the group has read.
 */
final class BrokerWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BrokerWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Map<String, Object> adminSettings;
    private final DeclaringTopics topics;
    private final CaughtUpGate caughtUp;
    private final @Nullable EventListening listening;
    private final Clock clock;
    private final WakeUp stopping = new WakeUp();
    private final OutageLog outage = new OutageLog(log);

    private volatile @Nullable Instant awaySince;
    private volatile boolean running;
    private @Nullable Thread thread;
    private @Nullable Admin admin;

    BrokerWatch(
            Map<String, Object> adminSettings,
            DeclaringTopics topics,
            CaughtUpGate caughtUp,
            @Nullable EventListening listening,
            Clock clock) {
        this.adminSettings = new HashMap<>(adminSettings);
        this.adminSettings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        this.adminSettings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        this.topics = topics;
        this.caughtUp = caughtUp;
        this.listening = listening;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        awaySince = clock.instant();
        thread = Thread.ofPlatform().name("broker-watch").daemon().start(this::watch);
    }

    private void watch() {
        try {
            while (running) {
                look();
                stopping.await(BETWEEN_LOOKS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private void look() throws InterruptedException {
        try {
            Admin reached = admin();
            topics.declare(reached);
            if (listening != null && running) {
                listening.ensureStarted();
            }
            caughtUp.look(reached);
            awaySince = null;
            outage.working("Kafka is reached");
        } catch (ExecutionException | RuntimeException failed) {
            if (!running) {
                return;
            }
            if (awaySince == null) {
                awaySince = clock.instant();
            }
            outage.failing(
                    "Kafka cannot be reached: nothing is read or sent until it can, and nothing is lost", failed);
        }
    }

    /** Since when the broker has not answered, or null while it does. */
    @Nullable Instant awaySince() {
        return awaySince;
    }

    private Admin admin() {
        Admin current = admin;
        if (current == null) {
            current = Admin.create(adminSettings);
            admin = current;
        }
        return current;
    }

    private void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
        }
    }

    @Override
    public void stop() {
        running = false;
        stopping.wake();
        try {
            if (thread != null) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (listening != null) {
            listening.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
