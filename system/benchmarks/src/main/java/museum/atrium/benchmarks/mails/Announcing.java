package museum.atrium.benchmarks.mails;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says what registration-service and recording-service would say. */
final class Announcing implements AutoCloseable {

    private static final String REMINDERS = "atrium.reminders";
    private static final String RECORDINGS = "atrium.recordings";
    private static final String CONTACTS = "atrium.contacts";
    private static final String REGISTRATIONS = "atrium.registrations";
    private static final List<String> TOPICS = List.of(REMINDERS, RECORDINGS, CONTACTS, REGISTRATIONS);

    private final KafkaProducer<String, String> producer;

    Announcing(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ProducerConfig.LINGER_MS_CONFIG, 0),
                new StringSerializer(),
                new StringSerializer());
    }

    /** Returns when the services have made the topics of which they speak, which is after they are ready. */
    void awaitTopics() {
        TOPICS.forEach(producer::partitionsFor);
    }

    /** A reminder that falls due now; each distance is another reminder. */
    void reminder(Audience.Activity activity, String distance) {
        Instant now = Instant.now();
        announce(REMINDERS, activity.session(), "museum.atrium.reminder.due.v1", """
                {"activity": "%s", "session": "%s", "sessionRevision": 1, "distance": "%s", "dueAt": "%s", "expiresAt": "%s"}
                """.formatted(
                        activity.id(), activity.session(), distance, now, now.plus(20, ChronoUnit.DAYS)));
    }

    void recording(Audience.Activity activity) {
        UUID id = UUID.randomUUID();
        announce(RECORDINGS, id, "museum.atrium.recording.published.v1", """
                {"id": "%s", "revision": 1, "activity": "%s", "session": "%s", "state": "PUBLISHED", "title": "The recording",
                 "language": "en", "access": "REGISTRANTS", "publishedAt": "%s", "watchPath": "/watch/load"}
                """.formatted(
                        id, activity.id(), activity.session(), Instant.now()));
    }

    /** Somebody signs up and is confirmed. */
    void signUp(Audience.Activity activity, int number) {
        UUID id = UUID.randomUUID();
        Instant now = Instant.now();
        announce(CONTACTS, id, "museum.atrium.registration.contact.v1", """
                {"registration": "%s", "revision": 1, "email": "person-%d@example.org", "name": "Load Person",
                 "language": "fr", "timeZone": "America/Bogota"}
                """.formatted(id, number));
        announce(REGISTRATIONS, id, "museum.atrium.registration.confirmed.v1", """
                {"id": "%s", "revision": 1, "role": "PARTICIPANT", "activity": "%s", "status": "CONFIRMED", "sessions": null,
                 "registeredAt": "%s", "confirmedAt": "%s", "linkVersion": 1, "occasions": {"confirmed": 1}, "attended": []}
                """.formatted(
                        id, activity.id(), now, now));
    }

    private void announce(String topic, UUID key, String type, String payload) {
        ProducerRecord<String, String> sent = new ProducerRecord<>(topic, key.toString(), payload);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "/benchmarks",
                        "ce_subject",
                        key.toString(),
                        "ce_time",
                        Instant.now().toString(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> sent.headers().add(name, value.getBytes(UTF_8)));
        producer.send(sent);
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
