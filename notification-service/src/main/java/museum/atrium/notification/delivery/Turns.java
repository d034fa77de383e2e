package museum.atrium.notification.delivery;

import org.springframework.stereotype.Component;

/**
 * How long one claim may be worked on. A slow server must not make a sender sit on mails: they would be sent long after
 * they were checked, and what is more urgent would wait behind them.
 */
@Component
class Turns {

    private final DeliverySettings settings;
    private final Leases leases;

    Turns(DeliverySettings settings, Leases leases) {
        this.settings = settings;
        this.leases = leases;
    }

    Turn begin() {
        return new Turn(System.nanoTime() + settings.turn().toNanos());
    }

    final class Turn {

        private final long end;

        private Turn(long end) {
            this.end = end;
        }

        boolean goesOn() {
            return System.nanoTime() < end && leases.held();
        }
    }
}
