package museum.atrium.notification.delivery;

import java.util.Collection;
import java.util.List;
import museum.atrium.notification.pausing.Standstill;
import museum.atrium.outbox.CaughtUp;
import org.springframework.stereotype.Component;

/**
 * Which mails may go now. After an outage everything but transactional mails waits until the consumers have caught up:
 * a cancellation may already be on its way. While organisers have paused everything nothing goes.
 */
@Component
class Gate {

    private static final List<Lane> TRANSACTIONAL = List.of(Lane.TRANSACTIONAL);
    private static final List<Lane> ALL = List.of(Lane.values());

    private final CaughtUp caughtUp;
    private final Standstill standstill;

    Gate(CaughtUp caughtUp, Standstill standstill) {
        this.caughtUp = caughtUp;
        this.standstill = standstill;
    }

    Collection<Lane> open() {
        return caughtUp.isCaughtUp() && !standstill.isTotal() ? ALL : transactional();
    }

    Collection<Lane> transactional() {
        return standstill.isTotal() ? List.of() : TRANSACTIONAL;
    }
}
