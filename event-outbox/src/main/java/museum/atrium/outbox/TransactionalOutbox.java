package museum.atrium.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.unit.DataSize;

/** Inserts events into the outbox table and wakes the relay once they are committed. */
final class TransactionalOutbox implements Outbox {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Set<String> topics;
    private final DataSize maxPayload;
    private final TransactionSynchronization wakingTheRelay;

    TransactionalOutbox(JdbcClient jdbc, Clock clock, Set<String> topics, DataSize maxPayload, WakeUp relay) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.topics = Set.copyOf(topics);
        this.maxPayload = maxPayload;
        this.wakingTheRelay = new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                relay.wake();
            }
        };
    }

    @Override
    public void add(OutgoingEvent event) {
        addAll(List.of(event));
    }

    @Override
    public void addAll(Collection<OutgoingEvent> events) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "Events can only be added to the outbox inside the transaction that makes them true");
        }
        if (events.isEmpty()) {
            return;
        }
        events.forEach(this::check);
        // Added many times in one transaction it is still one: synchronizations are a set.
        TransactionSynchronizationManager.registerSynchronization(wakingTheRelay);
        insert(List.copyOf(events));
    }

    private void insert(List<OutgoingEvent> events) {
        jdbc.sql("""
                insert into outbox (bucket, topic, key, type, payload, created_at)
                select added.bucket, added.topic, added.key, added.type, added.payload, :now
                from unnest(:buckets::smallint[], :topics::text[], :keys::text[], :types::text[], :payloads::text[])
                     with ordinality as added (bucket, topic, key, type, payload, place)
                order by added.place
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param(
                        "buckets",
                        events.stream().map(event -> Bucket.of(event.key())).toArray(Short[]::new))
                .param("topics", events.stream().map(OutgoingEvent::topic).toArray(String[]::new))
                .param("keys", events.stream().map(OutgoingEvent::key).toArray(String[]::new))
                .param("types", events.stream().map(OutgoingEvent::type).toArray(String[]::new))
                .param("payloads", payloads(events))
                .update();
    }

    private static @Nullable String[] payloads(List<OutgoingEvent> events) {
        return events.stream().map(OutgoingEvent::payload).toArray(String[]::new);
    }

    private void check(OutgoingEvent event) {
        if (!topics.contains(event.topic())) {
            throw new IllegalArgumentException("No EventTopic bean declares the topic %s of the event %s for %s"
                    .formatted(event.topic(), event.type(), event.key()));
        }
        String payload = event.payload();
        int size = payload == null ? 0 : payload.getBytes(UTF_8).length;
        if (size > maxPayload.toBytes()) {
            throw new IllegalArgumentException(
                    "The payload of the event %s for %s has %d bytes, more than the %d that atrium.outbox.max-payload allows"
                            .formatted(event.type(), event.key(), size, maxPayload.toBytes()));
        }
    }
}
