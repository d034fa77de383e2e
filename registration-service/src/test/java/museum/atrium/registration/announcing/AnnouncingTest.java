package museum.atrium.registration.announcing;

import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import museum.atrium.testing.Contracts;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RegistrationTest
class AnnouncingTest {

    @Autowired
    Api api;

    @Autowired
    KafkaConnectionDetails kafka;

    @Autowired
    TestClock.Settable clock;

    private KafkaConsumer<String, String> consumer;
    private final List<ConsumerRecord<String, String>> heard = new ArrayList<>();

    @BeforeEach
    void listen() {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        String.join(",", kafka.getConsumer().getBootstrapServers()),
                        "group.id",
                        "test-" + UUID.randomUUID(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.subscribe(List.of("atrium.activities", "atrium.registrations", "atrium.contacts", "atrium.reminders"));
    }

    @AfterEach
    void hangUp() {
        consumer.close();
    }

    @Test
    void whatHappensIsToldAsTheContractsSay() {
        Instant start = clock.instant().plus(Duration.ofHours(3));
        JsonNode activity = api.publish(api.webinar(
                "told",
                webinar -> webinar.put("capacity", 1)
                        .put("waitlist", true)
                        .set("sessions", JsonMapper.shared().valueToTree(List.of(Api.session(start))))));
        expect(202, api.signUp("told", "one@example.org"));
        expect(202, api.signUp("told", "two@example.org"));
        expect(
                204,
                api.call(HttpMethod.DELETE, "/api/registrations/" + api.manageToken("told", "one@example.org"), null));
        String session = activity.at("/sessions/0/id").stringValue();
        expect(
                200,
                api.organizer(
                        HttpMethod.PATCH,
                        "/sessions/" + session,
                        Map.of("startsAt", start.plus(Duration.ofHours(1)).toString())));
        expect(200, api.organizer(HttpMethod.POST, "/activities/told/cancellation", Map.of("reason", "Storm")));

        String id = activity.get("id").stringValue();
        eventually(() -> assertThat(types("atrium.activities", id))
                .containsExactly(
                        "museum.atrium.activity.published.v1",
                        "museum.atrium.session.rescheduled.v1",
                        "museum.atrium.activity.cancelled.v1"));
        eventually(() -> assertThat(registrationsOf(id))
                .extracting(AnnouncingTest::type)
                .containsExactlyInAnyOrder(
                        "museum.atrium.registration.confirmed.v1",
                        "museum.atrium.registration.waitlisted.v1",
                        "museum.atrium.registration.cancelled.v1",
                        "museum.atrium.registration.promoted.v1"));
        heard.forEach(AnnouncingTest::assertKeepsItsContract);
        assertThat(heard.stream().filter(record -> !record.topic().equals("atrium.contacts")))
                .as("no personal data outside its topic")
                .noneMatch(record ->
                        record.value().contains("example.org") || record.value().contains("Ana"));
        assertThat(heard).noneMatch(record -> record.value().contains("live.example.org"));
    }

    @Test
    void aReminderIsToldOnceWhenItFallsDueForTheTimeThatIsTrueThen() {
        Instant start = clock.instant().plus(Duration.ofHours(5));
        JsonNode activity = api.publish(api.webinar("reminded", webinar -> {
            webinar.set("sessions", JsonMapper.shared().valueToTree(List.of(Api.session(start))));
            webinar.set("reminders", JsonMapper.shared().valueToTree(List.of("P1D", "PT4H", "PT1H")));
        }));
        String session = activity.at("/sessions/0/id").stringValue();
        Instant moved = start.plus(Duration.ofHours(1));
        expect(200, api.organizer(HttpMethod.PATCH, "/sessions/" + session, Map.of("startsAt", moved.toString())));

        clock.letPass(Duration.ofMinutes(90));
        poll();
        assertThat(reminders(session)).as("due for the old time only").isEmpty();

        clock.letPass(Duration.ofMinutes(31));
        eventually(() -> assertThat(reminders(session)).hasSize(1));
        JsonNode reminder = reminders(session).getFirst();
        assertThat(reminder.get("distance").stringValue()).isEqualTo("PT4H");
        assertThat(reminder.get("sessionRevision").longValue()).isEqualTo(2);
        assertThat(Instant.parse(reminder.get("dueAt").stringValue()))
                .isCloseTo(
                        moved.minus(Duration.ofHours(4)),
                        org.assertj.core.api.Assertions.within(1, java.time.temporal.ChronoUnit.MILLIS));

        clock.letPass(Duration.ofHours(3));
        eventually(() -> assertThat(reminders(session)).hasSize(2));
        heard.forEach(AnnouncingTest::assertKeepsItsContract);
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(500)).forEach(heard::add);
    }

    private List<JsonNode> reminders(String session) {
        poll();
        return heard.stream()
                .filter(record -> record.topic().equals("atrium.reminders")
                        && record.key().equals(session))
                .map(record -> JsonMapper.shared().readTree(record.value()))
                .toList();
    }

    private List<String> types(String topic, String key) {
        poll();
        return heard.stream()
                .filter(record -> record.topic().equals(topic) && record.key().equals(key))
                .map(AnnouncingTest::type)
                .toList();
    }

    private List<ConsumerRecord<String, String>> registrationsOf(String activity) {
        poll();
        return heard.stream()
                .filter(record -> record.topic().equals("atrium.registrations")
                        && record.value().contains(activity))
                .toList();
    }

    private static String type(ConsumerRecord<String, String> record) {
        return new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
    }

    private static void assertKeepsItsContract(ConsumerRecord<String, String> record) {
        String contract = switch (record.topic()) {
            case "atrium.activities" -> "activity";
            case "atrium.registrations" -> "registration";
            case "atrium.contacts" -> "contact";
            default -> "reminder";
        };
        Contracts.event(contract).assertValid(record.value());
    }
}
