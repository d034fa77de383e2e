package museum.atrium.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handles the records of one poll in one transaction; when that fails, each record in its own, so that the one that fails
 * stops only its partition.
 */
final class HandlingEvents {

    private final EventRecords records;
    private final DeadLetters deadLetters;
    private final TransactionTemplate transaction;
    private final MeterRegistry metrics;

    HandlingEvents(
            EventRecords records,
            DeadLetters deadLetters,
            PlatformTransactionManager transactions,
            MeterRegistry metrics) {
        this.records = records;
        this.deadLetters = deadLetters;
        this.transaction = new TransactionTemplate(transactions);
        this.metrics = metrics;
    }

    Handled handle(List<ConsumerRecord<String, byte[]>> polled) {
        Handled handled = new Handled();
        try {
            apply(polled);
            handled.done(polled);
        } catch (RuntimeException failed) {
            if (isDatabaseAway(failed)) {
                polled.forEach(record -> handled.stop(record, failed, true));
            } else {
                handleEachAlone(polled, handled);
            }
        }
        return handled;
    }

    private void handleEachAlone(List<ConsumerRecord<String, byte[]>> polled, Handled handled) {
        for (ConsumerRecord<String, byte[]> record : polled) {
            if (handled.isStopped(record)) {
                continue;
            }
            try {
                handleAlone(record, handled);
                handled.done(record);
            } catch (RuntimeException failed) {
                if (isDatabaseAway(failed)) {
                    // Every further attempt would wait for a connection just as long.
                    polled.stream()
                            .filter(other -> !handled.isDone(other))
                            .forEach(other -> handled.stop(other, failed, true));
                    return;
                }
                handled.stop(record, failed, false);
            }
        }
    }

    private void handleAlone(ConsumerRecord<String, byte[]> record, Handled handled) {
        try {
            apply(List.of(record));
        } catch (NotUnderstandable poison) {
            deadLetters.bury(record, poison);
            handled.countBuried();
        }
    }

    private void apply(List<ConsumerRecord<String, byte[]>> together) {
        transaction.executeWithoutResult(status -> together.forEach(record -> records.handle(record.topic(), record)));
        together.stream().filter(record -> record.value() == null).forEach(deadLetters::erase);
        together.forEach(record -> metrics.counter("atrium.events.handled", "topic", record.topic())
                .increment());
    }

    private static boolean isDatabaseAway(RuntimeException failure) {
        return failure instanceof CannotCreateTransactionException
                || failure instanceof TransactionSystemException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof RecoverableDataAccessException;
    }
}
