package museum.atrium.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** When a mail that was not taken is tried again. */
@Component
class Retrying {

    private static final int DOUBLINGS = 20;

    private final DeliverySettings settings;
    private final Clock clock;

    Retrying(DeliverySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** How long to wait; empty when it would come too late. */
    Optional<Duration> after(Delivery delivery) {
        long doubled = settings.firstRetry().toMillis() << Math.min(delivery.attempts(), DOUBLINGS);
        long delay = Math.min(doubled, settings.longestRetry().toMillis());
        // Spread, so that what was refused together does not come back together.
        Duration wait =
                Duration.ofMillis(delay / 2 + ThreadLocalRandom.current().nextLong(delay / 2 + 1));
        Instant end =
                delivery.expiresAt() == null ? delivery.plannedAt().plus(settings.patience()) : delivery.expiresAt();
        return clock.instant().plus(wait).isBefore(end) ? Optional.of(wait) : Optional.empty();
    }

    /** What becomes of a delivery with that outcome of an attempt; empty when it was no attempt. */
    Optional<Mark> mark(Delivery delivery, long claim, Outcome outcome) {
        Instant now = clock.instant();
        return switch (outcome) {
            case Outcome.Accepted accepted -> Optional.of(new Mark.Accepted(delivery, now, accepted.reply()));
            case Outcome.Rejected rejected ->
                Optional.of(new Mark.Failed(delivery, claim, now, rejected.reply(), "refused by the mail server"));
            case Outcome.Impossible impossible ->
                Optional.of(new Mark.Failed(delivery, claim, now, impossible.reply(), "impossible to write"));
            case Outcome.Deferred deferred -> Optional.of(again(delivery, claim, now, "DEFERRED", deferred.reply()));
            case Outcome.Unknown unknown -> Optional.of(again(delivery, claim, now, "UNKNOWN", unknown.reply()));
            case Outcome.Unreachable unreachable -> Optional.empty();
        };
    }

    private Mark again(Delivery delivery, long claim, Instant now, String outcome, String reply) {
        return after(delivery)
                .<Mark>map(wait -> new Mark.Again(delivery, claim, now, outcome, reply, wait))
                .orElseGet(() -> new Mark.Failed(delivery, claim, now, reply, "given up"));
    }
}
