package museum.atrium.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;

/** Says what another service would say: all in one partition, so that it is read in the order in which it was said. */
public final class Telling {

    private final KafkaConnectionDetails kafka;
    private final String service;

    private Telling(KafkaConnectionDetails kafka, String service) {
        this.kafka = kafka;
        this.service = service;
    }

    /** @param service {@code notification} or {@code recording} */
    public static Telling as(String service, KafkaConnectionDetails kafka) {
        return new Telling(kafka, service);
    }

    public void tell(String topic, String key, String type, String payload) {
        ProducerRecord<String, String> event = new ProducerRecord<>(topic, 0, key, payload);
        Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "/" + service + "-service",
                        "ce_specversion",
                        "1.0",
                        "ce_time",
                        "2027-03-02T09:00:01Z",
                        "ce_subject",
                        key,
                        "content-type",
                        "application/json")
                .forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", String.join(",", kafka.getProducer().getBootstrapServers())),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(event);
        }
    }
}
