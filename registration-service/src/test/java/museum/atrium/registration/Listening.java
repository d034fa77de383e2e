package museum.atrium.registration;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;

/** Hears what the service tells the others, from the beginning and for itself alone. */
public final class Listening {

    private Listening() {}

    public static KafkaConsumer<String, String> to(KafkaConnectionDetails kafka, String... topics) {
        KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        String.join(",", kafka.getConsumer().getBootstrapServers()),
                        "group.id",
                        "test-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of(topics));
        return consumer;
    }
}
