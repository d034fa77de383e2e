package museum.atrium.notification.pausing;

import java.util.List;
import java.util.UUID;
import museum.atrium.notification.pausing.Cancellations.Cancellation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cancels some of the mails that are to be cancelled, in one short transaction, and remembers how far it came. */
@Component
class Cancelling {

    private static final int CHUNK = 1_000;

    /** What is to be done next. */
    enum Next {
        MORE,
        /** What senders had in hand is looked at again once they are done with it. */
        ANOTHER_ROUND,
        NOTHING
    }

    private final Cancellations cancellations;

    Cancelling(Cancellations cancellations) {
        this.cancellations = cancellations;
    }

    @Transactional
    public Next cancelSome() {
        return cancellations.next().map(this::cancelSome).orElse(Next.NOTHING);
    }

    private Next cancelSome(Cancellation cancellation) {
        List<UUID> some = cancellations.audience(cancellation, CHUNK);
        boolean left = !some.isEmpty() && cancellations.cancel(cancellation, some) || cancellation.someLeft();
        if (some.size() == CHUNK) {
            cancellations.remember(cancellation.upTo(some.getLast(), left));
            return Next.MORE;
        }
        if (left) {
            cancellations.remember(cancellation.nextRound());
            return Next.ANOTHER_ROUND;
        }
        cancellations.end(cancellation);
        return Next.MORE;
    }
}
