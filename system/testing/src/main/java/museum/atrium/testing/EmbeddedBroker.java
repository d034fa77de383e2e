package museum.atrium.testing;

import java.util.Locale;
import java.util.Map;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A broker for one context, on a free port; about two seconds to start. */
final class EmbeddedBroker {

    private final EmbeddedKafkaKraftBroker broker;

    private EmbeddedBroker(EmbeddedKafkaKraftBroker broker) {
        this.broker = broker;
    }

    static EmbeddedBroker start() {
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, Topics.PARTITIONS);
        broker.brokerProperties(Map.of(
                "num.partitions", Integer.toString(Topics.PARTITIONS),
                "group.initial.rebalance.delay.ms", "0",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.num.partitions", "1",
                // The default reserves 128 MB of heap, which a test's JVM does not have to spare.
                "log.cleaner.dedupe.buffer.size", "4194304",
                "log.cleaner.threads", "1"));
        inRootLocale(broker::afterPropertiesSet);
        return new EmbeddedBroker(broker);
    }

    // Kafka reads its settings with the machine's locale: in Turkish it finds no group type "CLASSIC" written with a
    // dotted I.
    private static void inRootLocale(Runnable start) {
        Locale machine = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        try {
            start.run();
        } finally {
            Locale.setDefault(machine);
        }
    }

    String bootstrapServers() {
        return broker.getBrokersAsString();
    }

    void stop() {
        broker.destroy();
    }
}
