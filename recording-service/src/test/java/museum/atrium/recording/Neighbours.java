package museum.atrium.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import museum.atrium.links.LinkKeys;
import museum.atrium.links.SignedLink;
import museum.atrium.links.SignedLinks;
import museum.atrium.testing.Contracts;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The other services, as far as this one hears of them and they of it. */
class Neighbours implements AutoCloseable {

    private final String broker;
    private final KafkaProducer<String, @Nullable String> producer;
    private final AtomicLong revisions = new AtomicLong(1);
    private final SignedLinks watchLinks = new SignedLinks(LinkKeys.parse("watch", WholeService.WATCH_KEY));

    Neighbours(String broker) {
        this.broker = broker;
        this.producer = new KafkaProducer<String, @Nullable String>(
                Map.of("bootstrap.servers", broker), new StringSerializer(), new StringSerializer());
    }

    /** When the first session of the contract's example begins. */
    static final Instant STARTS_AT = Instant.parse("2027-03-01T14:00:00Z");

    /** A published activity with two sessions. */
    record Programme(UUID id, String slug, UUID first, UUID second) {}

    /** A participant; the service is told of every change. */
    record Participant(
            UUID id,
            Programme programme,
            String status,
            int linkVersion,
            @Nullable List<UUID> sessions,
            List<UUID> attended) {

        Participant cancelled() {
            return new Participant(id, programme, "CANCELLED", linkVersion, sessions, attended);
        }

        Participant waitlisted() {
            return new Participant(id, programme, "WAITLISTED", linkVersion, sessions, attended);
        }

        Participant pending() {
            return new Participant(id, programme, "PENDING", linkVersion, sessions, attended);
        }

        Participant withNewLinks() {
            return new Participant(id, programme, status, linkVersion + 1, sessions, attended);
        }

        Participant choosing(UUID... chosen) {
            return new Participant(id, programme, status, linkVersion, List.of(chosen), attended);
        }

        Participant attending(UUID... sessions) {
            return new Participant(id, programme, status, linkVersion, this.sessions, List.of(sessions));
        }
    }

    Programme publishActivity() {
        return publishActivity(event -> {});
    }

    /** One of that series. */
    Programme publishActivity(UUID series, String slug) {
        return publishActivity(event ->
                ((ObjectNode) event.get("series")).put("id", series.toString()).put("slug", slug));
    }

    /** Its first session then, its second a day later. */
    Programme publishActivityAt(Instant start, Instant end) {
        return publishActivity(event -> {
            ObjectNode first = (ObjectNode) event.withArray("sessions").get(0);
            ObjectNode second = (ObjectNode) event.withArray("sessions").get(1);
            first.put("startsAt", start.toString()).put("endsAt", end.toString());
            second.put("startsAt", start.plus(Duration.ofDays(1)).toString())
                    .put("endsAt", end.plus(Duration.ofDays(1)).toString());
        });
    }

    private Programme publishActivity(Consumer<ObjectNode> changes) {
        UUID id = UUID.randomUUID();
        Programme programme = new Programme(id, "activity-" + id, UUID.randomUUID(), UUID.randomUUID());
        tell(
                "atrium.activities",
                id,
                "museum.atrium.activity.published.v1",
                activity(programme, revisions.incrementAndGet(), changes));
        return programme;
    }

    /** @return its slug */
    String publishSeries() {
        UUID id = UUID.randomUUID();
        return publishSeries(id, "series-" + id);
    }

    String publishSeries(UUID id, String slug) {
        tell(
                "atrium.activities",
                id,
                "museum.atrium.activity.published.v1",
                Contracts.event("activity").exampleWith(event -> {
                    event.put("id", id.toString()).put("slug", slug).put("kind", "SERIES");
                    event.put("revision", revisions.incrementAndGet());
                    event.putNull("series").putArray("sessions");
                }));
        return slug;
    }

    /** In the same partition as what was told before, and late. */
    void tellOlder(Programme programme, String slug) {
        Programme before = new Programme(programme.id(), slug, programme.first(), programme.second());
        tell(
                "atrium.activities",
                programme.id(),
                "museum.atrium.activity.updated.v1",
                activity(before, 1, event -> {}));
    }

    private static String activity(Programme programme, long revision, Consumer<ObjectNode> changes) {
        return Contracts.event("activity").exampleWith(event -> {
            event.put("id", programme.id().toString());
            event.put("slug", programme.slug());
            event.put("revision", revision);
            ObjectNode first = (ObjectNode) event.withArray("sessions").get(0);
            ObjectNode second = first.deepCopy();
            first.put("id", programme.first().toString());
            event.withArray("sessions").add(second.put("id", programme.second().toString()));
            changes.accept(event);
        });
    }

    static Participant participant(Programme programme) {
        return new Participant(UUID.randomUUID(), programme, "CONFIRMED", 1, null, List.of());
    }

    Participant tell(Participant participant) {
        return tell(participant, event -> {});
    }

    /** The same as somebody who was invited to speak, and has accepted unless it is pending. */
    Participant tellSpeaker(Participant speaker) {
        return tell(
                speaker,
                event -> event.put("role", "SPEAKER")
                        .put("pendingFor", speaker.status().equals("PENDING") ? "ACCEPTANCE" : null));
    }

    private Participant tell(Participant participant, Consumer<ObjectNode> changes) {
        String payload = Contracts.event("registration").exampleWith(event -> {
            event.put("id", participant.id().toString());
            event.put("activity", participant.programme().id().toString());
            event.put("revision", revisions.incrementAndGet());
            event.put("status", participant.status());
            event.put("linkVersion", participant.linkVersion());
            if (!participant.status().equals("CONFIRMED")) {
                event.putNull("confirmedAt");
            }
            List<UUID> sessions = participant.sessions();
            if (sessions == null) {
                event.putNull("sessions");
            } else {
                var chosen = event.putArray("sessions");
                sessions.forEach(session -> chosen.add(session.toString()));
            }
            var attended = event.putArray("attended");
            participant.attended().forEach(session -> attended.add(session.toString()));
            changes.accept(event);
        });
        tell("atrium.registrations", participant.id(), "museum.atrium.registration.changed.v1", payload);
        return participant;
    }

    void erase(Participant participant) {
        tell("atrium.registrations", participant.id(), "museum.atrium.registration.erased.v1", null);
    }

    /** The token of the link that the participant's mails carry. */
    String token(Participant participant) {
        return watchLinks.sign(new SignedLink(participant.id(), participant.linkVersion()));
    }

    void tell(String topic, UUID key, String type, @Nullable String payload) {
        ProducerRecord<String, @Nullable String> told = new ProducerRecord<>(topic, key.toString(), payload);
        Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "/registration-service",
                        "ce_specversion",
                        "1.0",
                        "ce_time",
                        Instant.EPOCH.toString(),
                        "ce_subject",
                        key.toString(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> told.headers().add(name, value.getBytes(UTF_8)));
        try {
            producer.send(told).get(20, TimeUnit.SECONDS);
        } catch (Exception unsent) {
            throw new IllegalStateException("The broker did not take an event", unsent);
        }
    }

    /** Asks for what this service knows of these to be erased. */
    void askToErase(UUID part, Participant... participants) {
        tell(
                "atrium.erasures",
                part,
                "museum.atrium.erasure.asked.v1",
                Contracts.event("erasure").exampleWith(event -> {
                    var asked = event.put("id", part.toString()).putArray("registrations");
                    List.of(participants)
                            .forEach(participant -> asked.add(participant.id().toString()));
                }));
    }

    /** Asks what this service holds of somebody. */
    void askToExport(Participant participant, long revision, UUID export) {
        tell(
                "atrium.exports",
                participant.id(),
                "museum.atrium.export.asked.v1",
                Contracts.event("export")
                        .exampleWith(event -> event.put(
                                        "registration", participant.id().toString())
                                .put("revision", revision)
                                .put("export", export.toString())));
    }

    /** Nobody asks any more. */
    void endExport(Participant participant) {
        tell("atrium.exports", participant.id(), "museum.atrium.export.ended.v1", null);
    }

    /** What was ever said to exports of somebody; a value is null where that was taken back. */
    List<ConsumerRecord<String, String>> exportsOf(Participant participant) {
        return heard("atrium.exports.recording", participant.id());
    }

    /** What was answered to that part of an erasure. */
    List<ConsumerRecord<String, String>> answersTo(UUID part) {
        return heard("atrium.erasures.recording", part);
    }

    /** Everything that was ever said of this recording, in its order. */
    List<ConsumerRecord<String, String>> heardOf(UUID recording) {
        return heard("atrium.recordings", recording);
    }

    private List<ConsumerRecord<String, String>> heard(String topic, UUID key) {
        List<ConsumerRecord<String, String>> heard = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(heard::add);
            }
        }
        return heard.stream()
                .filter(event -> event.key().equals(key.toString()))
                .toList();
    }

    static String header(ConsumerRecord<String, String> event, String name) {
        return Arrays.stream(event.headers().toArray())
                .filter(header -> header.key().equals(name))
                .map(header -> new String(header.value(), UTF_8))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        producer.close();
    }
}
