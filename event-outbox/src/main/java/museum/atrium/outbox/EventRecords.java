package museum.atrium.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads Kafka records as events and hands them to the handler of their topic. */
final class EventRecords {

    /** What is added to an event keeps its version, so another one is something else. */
    private static final Pattern OTHER_VERSION = Pattern.compile("\\.v(?!1$)\\d+$");

    private final Map<String, EventHandler> handlers;

    EventRecords(Collection<EventHandler> handlers) {
        this.handlers = handlers.stream()
                .collect(Collectors.toUnmodifiableMap(EventHandler::topic, Function.identity(), (one, other) -> {
                    throw new IllegalStateException("Two handlers for the topic %s: %s and %s"
                            .formatted(
                                    one.topic(),
                                    one.getClass().getName(),
                                    other.getClass().getName()));
                }));
    }

    Set<String> topics() {
        return handlers.keySet();
    }

    /** @param topic where the record stood first; a dead letter stands in another one */
    void handle(String topic, ConsumerRecord<String, byte[]> record) {
        EventHandler handler = handlers.get(topic);
        if (handler == null) {
            throw new NotUnderstandable("No handler for the topic " + topic);
        }
        handler.handle(read(topic, record));
    }

    private static ReceivedEvent read(String topic, ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            throw new NotUnderstandable("The record has no key");
        }
        String type = header(record, EventHeaders.TYPE);
        String payload = payload(record.value());
        // A tombstone erases whatever the version.
        if (payload != null && OTHER_VERSION.matcher(type).find()) {
            throw new NotUnderstandable(
                    type + " is of another version than this service knows: replay it once the service is newer");
        }
        return new ReceivedEvent(topic, record.key(), type, time(record), payload);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        String value = EventHeaders.text(record.headers(), name);
        if (value == null || value.isBlank()) {
            throw new NotUnderstandable("The header " + name + " is missing");
        }
        return value;
    }

    private static Instant time(ConsumerRecord<?, ?> record) {
        try {
            return Instant.parse(header(record, EventHeaders.TIME));
        } catch (DateTimeParseException malformed) {
            throw new NotUnderstandable("The header " + EventHeaders.TIME + " is not an instant", malformed);
        }
    }

    private static @Nullable String payload(byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
        } catch (CharacterCodingException malformed) {
            throw new NotUnderstandable("The payload is not UTF-8", malformed);
        }
    }
}
