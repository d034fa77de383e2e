package museum.atrium.outbox;

import org.jspecify.annotations.Nullable;

/**
 * An event as it will stand in Kafka.
 *
 * @param topic one that this service declares with an {@link EventTopic} bean
 * @param key the aggregate's id; events of one key keep their order
 * @param type the CloudEvents type, such as {@code museum.atrium.registration.confirmed.v1}
 * @param payload JSON, or null for a tombstone, which erases the key from a compacted topic
 */
public record OutgoingEvent(
        String topic, String key, String type, @Nullable String payload) {

    public OutgoingEvent {
        if (topic.isBlank() || key.isBlank() || type.isBlank()) {
            throw new IllegalArgumentException("An event needs a topic, a key and a type");
        }
    }
}
