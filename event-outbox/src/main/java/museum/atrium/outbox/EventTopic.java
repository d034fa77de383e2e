package museum.atrium.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A topic that this service writes. As a bean it is created once the broker can be reached; a topic that exists already is
 * left as it is, because more partitions would break the order of keys.
 *
 * @param compact keeps the latest event of every key for as long as there is data
 * @param retention how long events stay in a topic that is not compacted
 */
public record EventTopic(
        String name, boolean compact, @Nullable Duration retention) {

    public EventTopic {
        if (compact == (retention != null)) {
            throw new IllegalArgumentException(
                    "The topic %s must be either compacted or have a retention".formatted(name));
        }
    }

    public static EventTopic compacted(String name) {
        return new EventTopic(name, true, null);
    }

    public static EventTopic retained(String name, Duration retention) {
        return new EventTopic(name, false, retention);
    }
}
