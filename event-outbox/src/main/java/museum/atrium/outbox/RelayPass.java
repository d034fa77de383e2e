package museum.atrium.outbox;

import java.util.List;
import java.util.Set;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the oldest events of the buckets that it can get and deletes what was acknowledged, in one transaction whose locks
 * keep every other relay from these buckets. When it dies before its commit the same events are sent again, in order.
 */
class RelayPass {

    /** With more keys halted than this it is not the events that are wrong: everything rests until they are tried again. */
    private static final int MOST_HALTED = 1_000;

    private final WaitingEvents waiting;
    private final EventSender sender;
    private final HaltedKeys halted;
    private final TransactionTemplate transaction;
    private final OutboxSettings settings;

    private int firstBucket;

    RelayPass(
            WaitingEvents waiting,
            EventSender sender,
            HaltedKeys halted,
            PlatformTransactionManager transactions,
            OutboxSettings settings) {
        this.waiting = waiting;
        this.sender = sender;
        this.halted = halted;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        // Each statement must see what was committed before it began, not before the locks were taken.
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    Sent run() {
        Set<String> resting = halted.resting();
        if (resting.size() > MOST_HALTED) {
            return new Sent();
        }
        firstBucket = (firstBucket + Bucket.COUNT / 2) % Bucket.COUNT;
        Sent sent = transaction.execute(status -> sendAndDelete(resting));
        halted.learn(sent);
        return sent;
    }

    private Sent sendAndDelete(Set<String> resting) {
        List<Integer> buckets = waiting.lockBuckets(firstBucket);
        if (buckets.isEmpty()) {
            return new Sent();
        }
        List<StoredEvent> oldest = waiting.oldest(
                buckets, resting, settings.batch(), settings.batchSize().toBytes());
        List<StoredEvent> events = halted.onlyFirstOfHalted(oldest);
        if (events.isEmpty()) {
            return new Sent();
        }
        Sent sent = sender.send(events);
        waiting.delete(sent.acknowledged().stream().map(StoredEvent::id).toList());
        return sent;
    }

    void abandon() {
        sender.abandon();
    }
}
