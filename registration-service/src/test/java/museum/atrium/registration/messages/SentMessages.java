package museum.atrium.registration.messages;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import museum.atrium.registration.Listening;
import museum.atrium.testing.Contracts;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the other services are told of messages; every event is held against its contract. */
class SentMessages implements AutoCloseable {

    private final KafkaConsumer<String, String> consumer;
    private final List<JsonNode> heard = new ArrayList<>();

    SentMessages(KafkaConnectionDetails kafka) {
        consumer = Listening.to(kafka, "atrium.messages");
    }

    /** All parts of it, once they are there. */
    List<JsonNode> parts(String message) {
        eventually(() -> {
            List<JsonNode> parts = heard(message);
            assertThat(parts).isNotEmpty().hasSize(parts.getFirst().get("parts").intValue());
        });
        return heard(message).stream()
                .sorted(Comparator.comparing(part -> part.get("part").intValue()))
                .toList();
    }

    /** The registrations that it is for. */
    List<String> recipients(String message) {
        return parts(message).stream()
                .flatMap(part -> part.get("registrations").valueStream())
                .map(JsonNode::stringValue)
                .toList();
    }

    /** Those about this activity that were heard by now. */
    List<JsonNode> about(String activity) {
        poll();
        return heard.stream()
                .filter(event -> event.get("activity").stringValue().equals(activity))
                .toList();
    }

    private List<JsonNode> heard(String message) {
        poll();
        return heard.stream()
                .filter(event -> event.get("id").stringValue().equals(message))
                .toList();
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> {
            Contracts.event("message").assertValid(record.value());
            JsonNode event = JsonMapper.shared().readTree(record.value());
            assertThat(record.key()).isEqualTo(event.get("id").stringValue());
            heard.add(event);
        });
    }

    @Override
    public void close() {
        consumer.close();
    }
}
