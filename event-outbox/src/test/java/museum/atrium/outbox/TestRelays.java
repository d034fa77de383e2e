package museum.atrium.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

/** Relays as another instance of the service would have them. */
record TestRelays(JdbcClient jdbc, ProducerFactory<?, ?> producers, PlatformTransactionManager transactions) {

    static final OutboxSettings SETTINGS = new OutboxSettings(
            DataSize.ofKilobytes(512), Duration.ofMillis(20), 50, DataSize.ofMegabytes(1), Duration.ofSeconds(10));

    RelayPass pass() {
        return pass(new WaitingEvents(jdbc), Clock.systemUTC());
    }

    RelayPass pass(WaitingEvents waiting, Clock clock) {
        EventSender sender = new EventSender(
                new DiscardableProducer(producers, "another-relay"), "/test-service", SETTINGS.patience());
        return new RelayPass(waiting, sender, new HaltedKeys(clock), transactions, SETTINGS);
    }

    Relay relay(DeclaringTopics topics) {
        Backlog backlog = new Backlog(jdbc, Clock.systemUTC(), new SimpleMeterRegistry());
        return new Relay(pass(), new WakeUp(), SETTINGS.pollInterval(), topics, backlog);
    }
}
