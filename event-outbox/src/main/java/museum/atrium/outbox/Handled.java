package museum.atrium.outbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far each partition of a poll was handled, and where a failure stopped one. */
final class Handled {

    private final Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
    private final Map<TopicPartition, Stop> stops = new HashMap<>();
    private int buried;

    /** @param databaseAway whether nothing at all can be handled, as opposed to this record */
    record Stop(ConsumerRecord<String, byte[]> record, RuntimeException cause, boolean databaseAway) {}

    static TopicPartition partition(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    void done(ConsumerRecord<?, ?> record) {
        next.put(partition(record), new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), ""));
    }

    void done(List<? extends ConsumerRecord<?, ?>> records) {
        records.forEach(this::done);
    }

    void countBuried() {
        buried++;
    }

    /** How many of the records are dead letters now. */
    int buried() {
        return buried;
    }

    boolean isDone(ConsumerRecord<?, ?> record) {
        OffsetAndMetadata reached = next.get(partition(record));
        return reached != null && reached.offset() > record.offset();
    }

    void stop(ConsumerRecord<String, byte[]> record, RuntimeException cause, boolean databaseAway) {
        stops.putIfAbsent(partition(record), new Stop(record, cause, databaseAway));
    }

    boolean isStopped(ConsumerRecord<?, ?> record) {
        return stops.containsKey(partition(record));
    }

    /** What may be committed: everything before these offsets has taken effect or is a dead letter. */
    Map<TopicPartition, OffsetAndMetadata> next() {
        return next;
    }

    Map<TopicPartition, Stop> stops() {
        return stops;
    }
}
