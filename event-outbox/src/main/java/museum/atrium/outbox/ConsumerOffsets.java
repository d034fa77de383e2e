package museum.atrium.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits how far the partitions were handled. A commit that fails is made up for when the partition is idle, or its records
 * come again, which does no harm.
 */
final class ConsumerOffsets {

    private static final Logger log = LoggerFactory.getLogger(ConsumerOffsets.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<TopicPartition, Long> committed = new HashMap<>();

    void commit(Consumer<?, ?> consumer, Map<TopicPartition, OffsetAndMetadata> next) {
        if (next.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(next, PATIENCE);
            next.forEach((partition, offset) -> committed.put(partition, offset.offset()));
        } catch (RebalanceInProgressException | CommitFailedException | RetriableException failed) {
            next.keySet().forEach(committed::remove);
            log.debug("Offsets of {} were not committed: their records may come again", next.keySet(), failed);
        }
    }

    /**
     * Commits the position of a partition without new records. It can lie behind the last record that was read: compaction
     * may have emptied the end of a partition.
     */
    void commitPosition(Consumer<?, ?> consumer, TopicPartition partition) {
        if (!consumer.assignment().contains(partition)) {
            return;
        }
        try {
            long position = consumer.position(partition, PATIENCE);
            Long last = committed.get(partition);
            if (last == null || last != position) {
                commit(consumer, Map.of(partition, new OffsetAndMetadata(position)));
            }
        } catch (TimeoutException unknown) {
            log.debug("The position in {} is not known yet", partition, unknown);
        }
    }
}
