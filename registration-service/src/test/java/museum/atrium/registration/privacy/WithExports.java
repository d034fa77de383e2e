package museum.atrium.registration.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import museum.atrium.registration.Api;
import museum.atrium.registration.Listening;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.Telling;
import museum.atrium.testing.Contracts;
import museum.atrium.testing.EventContract;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks what is held of somebody, and answers for the other services. */
@RegistrationTest
abstract class WithExports {

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    KafkaConnectionDetails kafka;

    String ask(Map<String, String> request) {
        return expect(202, api.organizer(HttpMethod.POST, "/exports", request))
                .at("/id")
                .stringValue();
    }

    JsonNode report(String export) {
        return expect(200, api.organizer(HttpMethod.GET, "/exports/" + export, null))
                .at("");
    }

    /** What the other services were asked for this export; the keys are the registrations. */
    List<JsonNode> asked(String export, int registrations) {
        List<JsonNode> asked = new ArrayList<>();
        listen(records -> {
            records.stream()
                    .filter(record -> record.value() != null)
                    .map(WithExports::read)
                    .filter(event -> event.at("/export").stringValue().equals(export))
                    .forEach(asked::add);
            assertThat(asked).hasSize(registrations);
        });
        return asked;
    }

    JsonNode asked(String export, int registrations, String registration) {
        return asked(export, registrations).stream()
                .filter(one -> one.at("/registration").stringValue().equals(registration))
                .findFirst()
                .orElseThrow();
    }

    void listen(Consumer<List<ConsumerRecord<String, String>>> to) {
        try (KafkaConsumer<String, String> consumer = Listening.to(kafka, "atrium.exports")) {
            eventually(() -> {
                List<ConsumerRecord<String, String>> records = new ArrayList<>();
                consumer.poll(Duration.ofMillis(500)).forEach(records::add);
                to.accept(records);
            });
        }
    }

    void answerBoth(JsonNode asked) {
        answer("notification", asked);
        answer("recording", asked);
    }

    void answer(String service, JsonNode asked) {
        answer(service, asked, held -> {});
    }

    void answer(String service, JsonNode asked, Consumer<ObjectNode> held) {
        String key = asked.at("/registration").stringValue();
        String payload = contract(service).exampleWith(answer -> {
            answer.put("registration", key).set("export", asked.at("/export"));
            held.accept((ObjectNode) answer.get("held"));
        });
        Telling.as(service, kafka).tell("atrium.exports." + service, key, "museum.atrium.export.answered.v1", payload);
    }

    static String type(ConsumerRecord<String, String> record) {
        return new String(record.headers().lastHeader("ce_type").value(), UTF_8);
    }

    static EventContract contract(String service) {
        return Contracts.event(service.equals("recording") ? "exportInRecording" : "exportInNotification");
    }

    private static JsonNode read(ConsumerRecord<String, String> record) {
        Contracts.event("export").assertValid(type(record), record.value());
        JsonNode event = JsonMapper.shared().readTree(record.value());
        assertThat(record.key()).isEqualTo(event.at("/registration").stringValue());
        return event;
    }
}
