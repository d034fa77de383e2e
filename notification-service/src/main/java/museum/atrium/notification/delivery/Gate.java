package museum.atrium.notification.delivery;

import java.util.Collection;
import java.util.List;
import museum.atrium.outbox.CaughtUp;
import org.springframework.stereotype.Component;

/**
 * Which mails may go now. After an outage everything but transactional mails waits until the consumers have caught up:
 * a cancellation may already be on its way.
 */
@Component
class Gate {

    private static final List<Lane> TRANSACTIONAL = List.of(Lane.TRANSACTIONAL);
    private static final List<Lane> ALL = List.of(Lane.values());

    private final CaughtUp caughtUp;

    Gate(CaughtUp caughtUp) {
        this.caughtUp = caughtUp;
    }

    Collection<Lane> open() {
        return caughtUp.isCaughtUp() ? ALL : TRANSACTIONAL;
    }

    Collection<Lane> transactional() {
        return TRANSACTIONAL;
    }
}
