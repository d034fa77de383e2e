package museum.atrium.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was read from Kafka.
 *
 * @param type the CloudEvents type
 * @param time when its producer's transaction added it
 * @param payload JSON that nobody has parsed yet, or null for a tombstone: the key's data is to be erased
 */
public record ReceivedEvent(
        String topic,
        String key,
        String type,
        Instant time,
        @Nullable String payload) {}
