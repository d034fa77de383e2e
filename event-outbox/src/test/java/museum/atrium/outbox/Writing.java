package museum.atrium.outbox;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds events in transactions as a use case would. */
class Writing {

    private final Outbox outbox;
    private final TransactionTemplate transaction;

    Writing(Outbox outbox, PlatformTransactionManager transactions) {
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
    }

    void add(OutgoingEvent... events) {
        inTransaction(open -> open.addAll(List.of(events)));
    }

    void inTransaction(Consumer<Outbox> work) {
        transaction.executeWithoutResult(status -> work.accept(outbox));
    }

    static OutgoingEvent guest(String key, long revision) {
        return new OutgoingEvent(
                TestService.GUESTS, key, "test.guest.changed.v1", "{\"revision\":%d}".formatted(revision));
    }

    static OutgoingEvent call(String key, String payload) {
        return new OutgoingEvent(TestService.CALLS, key, "test.guest.called.v1", payload);
    }
}
