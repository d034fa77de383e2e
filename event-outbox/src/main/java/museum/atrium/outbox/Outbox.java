package museum.atrium.outbox;

import java.util.Collection;

/**
 * Takes events that become true with the caller's transaction: they reach Kafka if and only if it commits, those of one
 * key in the order in which they were added. For that order to be the order of commits, lock the aggregate's row before
 * adding its event.
 */
public interface Outbox {

    /** As {@link #addAll} of one event. */
    void add(OutgoingEvent event);

    /**
     * Stores these events, in this order.
     *
     * @throws IllegalStateException outside a transaction
     * @throws IllegalArgumentException when no {@link EventTopic} bean declares an event's topic, or a payload is too
     *     large ({@code atrium.outbox.max-payload}); the transaction should then fail as a whole
     */
    void addAll(Collection<OutgoingEvent> events);
}
