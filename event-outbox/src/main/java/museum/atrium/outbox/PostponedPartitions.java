package museum.atrium.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Partitions whose next record failed: they pause, ever longer up to a bound, while the others and the polls go on. */
final class PostponedPartitions {

    private static final Logger log = LoggerFactory.getLogger(PostponedPartitions.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Map<TopicPartition, Integer> attempts = new HashMap<>();
    private final OutageLog databaseOutage = new OutageLog(log);
    private final ScheduledExecutorService resuming;

    PostponedPartitions(ScheduledExecutorService resuming) {
        this.resuming = resuming;
    }

    void postpone(Handled handled, Consumer<?, ?> consumer, MessageListenerContainer container) {
        handled.next().keySet().forEach(this::progress);
        handled.stops().forEach((partition, stop) -> {
            int attempt = attempts.merge(partition, 1, Integer::sum);
            report(partition, stop, attempt);
            consumer.seek(partition, stop.record().offset());
            container.pausePartition(partition);
            ScheduledFuture<?> _ = resuming.schedule(
                    () -> container.resumePartition(partition), pause(attempt).toMillis(), TimeUnit.MILLISECONDS);
        });
        if (handled.stops().isEmpty()) {
            databaseOutage.working("The database is back: events are handled again");
        }
    }

    private void progress(TopicPartition partition) {
        if (attempts.remove(partition) != null && !databaseOutage.isFailing()) {
            log.info("{} goes on", partition);
        }
    }

    private void report(TopicPartition partition, Handled.Stop stop, int attempt) {
        ConsumerRecord<String, byte[]> record = stop.record();
        if (stop.databaseAway()) {
            databaseOutage.failing("The database cannot be reached: events wait in Kafka until it can", stop.cause());
        } else if (attempt == 1) {
            log.error(
                    "Handling {}@{} ({}) failed: its partition waits, and it is tried again for ever",
                    partition,
                    record.offset(),
                    EventHeaders.text(record.headers(), EventHeaders.TYPE),
                    stop.cause());
        } else {
            log.debug("Handling {}@{} failed {} times", partition, record.offset(), attempt, stop.cause());
        }
    }

    static Duration pause(int attempt) {
        long millis = FIRST_PAUSE.toMillis() << Math.min(attempt - 1, 10);
        return Duration.ofMillis(Math.min(millis, LONGEST_PAUSE.toMillis()));
    }
}
