package museum.atrium.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * From where on this instance looks into each lane. Of what was claimed, the index keeps a dead entry each until the database cleans up; to walk
 * past hundreds of thousands of them for each handful would cost more than sending it. So the next look begins where the last one found something,
 * and one in a while at the lane's beginning, for what was given back or planned late.
 */
final class Fronts {

    private static final Duration FROM_THE_BEGINNING = Duration.ofMillis(500);
    private static final OffsetDateTime BEGINNING = Instant.EPOCH.atOffset(ZoneOffset.UTC);

    /** @param from what is due earlier is passed over */
    record Look(Lane lane, OffsetDateTime from) {}

    private static final class Front {

        private OffsetDateTime from = BEGINNING;
        private long lookedFromTheBeginning = System.nanoTime() - FROM_THE_BEGINNING.toNanos();
    }

    private final Map<Lane, Front> fronts = new EnumMap<>(Lane.class);

    synchronized Look next(Lane lane) {
        Front front = fronts.computeIfAbsent(lane, unseen -> new Front());
        long now = System.nanoTime();
        if (now - front.lookedFromTheBeginning >= FROM_THE_BEGINNING.toNanos()) {
            front.lookedFromTheBeginning = now;
            return new Look(lane, BEGINNING);
        }
        return new Look(lane, front.from);
    }

    /** @param first when the first that was found is due; nothing: none was */
    synchronized void saw(Look look, Optional<OffsetDateTime> first) {
        // Who found nothing has seen no reason to begin elsewhere.
        first.ifPresent(due -> fronts.computeIfAbsent(look.lane(), unseen -> new Front()).from = due);
    }
}
