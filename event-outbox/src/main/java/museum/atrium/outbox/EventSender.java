package museum.atrium.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/**
 * Sends events to Kafka and says which have arrived. The producer never gives a batch up by itself, which could let a later
 * event of the key overtake it; when patience ends the producer is discarded with all that it still held, and what was not
 * acknowledged is sent again, in order, by a new one.
 */
class EventSender {

    private final DiscardableProducer producer;
    private final String source;
    private final Duration patience;

    EventSender(DiscardableProducer producer, String source, Duration patience) {
        this.producer = producer;
        this.source = source;
        this.patience = patience;
    }

    Sent send(List<StoredEvent> events) {
        Sent sent = new Sent();
        try {
            await(events, hand(events), sent);
        } catch (ExecutionException failed) {
            sent.stoppedBy(failed.getCause() == null ? failed : failed.getCause());
        } catch (TimeoutException | RuntimeException failed) {
            sent.stoppedBy(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            sent.stoppedBy(stopped);
        }
        if (sent.outage() != null) {
            producer.discard();
        }
        return sent;
    }

    private List<Future<RecordMetadata>> hand(List<StoredEvent> events) {
        List<Future<RecordMetadata>> handed = new ArrayList<>(events.size());
        for (StoredEvent event : events) {
            Future<RecordMetadata> future = producer.get().send(event.toRecord(source));
            handed.add(future);
            if (future.state() == Future.State.FAILED && !isRefusal(future.exceptionNow())) {
                break; // Without metadata each further call would block again for as long.
            }
        }
        return handed;
    }

    private void await(List<StoredEvent> events, List<Future<RecordMetadata>> handed, Sent sent)
            throws InterruptedException, ExecutionException, TimeoutException {
        long deadline = System.nanoTime() + patience.toNanos();
        Set<String> stoppedKeys = new HashSet<>();
        for (int i = 0; i < handed.size(); i++) {
            StoredEvent event = events.get(i);
            try {
                handed.get(i).get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (!stoppedKeys.contains(event.key())) {
                    sent.acknowledged(event);
                }
            } catch (ExecutionException failed) {
                Throwable cause = failed.getCause();
                if (cause == null || !isRefusal(cause)) {
                    throw failed;
                }
                // What was acknowledged behind it is sent again, so that the key's last events come in order.
                if (stoppedKeys.add(event.key())) {
                    sent.refused(event, cause);
                }
            }
        }
    }

    /** Whether the broker will not have this very event, now or later, while others pass. */
    private static boolean isRefusal(Throwable cause) {
        return cause instanceof RecordTooLargeException
                || cause instanceof InvalidRecordException
                || cause instanceof InvalidTopicException
                || cause instanceof TopicAuthorizationException;
    }

    /** Ends a {@link #send} that is under way: what the broker has not acknowledged by now is left for another pass. */
    void abandon() {
        producer.discard();
    }
}
