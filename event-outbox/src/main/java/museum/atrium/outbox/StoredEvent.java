package museum.atrium.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A row of the outbox: an event that is committed and waits to be sent. */
record StoredEvent(
        long id,
        UUID eventId,
        String topic,
        String key,
        String type,
        @Nullable String payload,
        Instant createdAt) {

    /** The event in CloudEvents' binary mode. Sent again it is the same record, with the same {@code ce_id}. */
    ProducerRecord<String, byte[]> toRecord(String source) {
        ProducerRecord<String, byte[]> sent =
                new ProducerRecord<>(topic, key, payload == null ? null : payload.getBytes(UTF_8));
        header(sent, "ce_specversion", "1.0");
        header(sent, EventHeaders.ID, eventId.toString());
        header(sent, EventHeaders.TYPE, type);
        header(sent, "ce_source", source);
        header(sent, "ce_subject", key);
        header(sent, EventHeaders.TIME, createdAt.toString());
        header(sent, "content-type", "application/json");
        return sent;
    }

    private static void header(ProducerRecord<String, byte[]> sent, String name, String value) {
        sent.headers().add(name, value.getBytes(UTF_8));
    }
}
