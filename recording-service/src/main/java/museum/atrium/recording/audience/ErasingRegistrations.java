package museum.atrium.recording.audience;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.outbox.Intake;
import museum.atrium.outbox.Outbox;
import museum.atrium.outbox.OutgoingEvent;
import org.springframework.stereotype.Component;

/**
 * Forgets registrations for good and answers that it did. It does not wait for their tombstones, which come on another topic: it does
 * what they will do, and what is read afterwards finds that nothing newer can come.
 */
@Component
class ErasingRegistrations {

    private final KnownRegistrations registrations;
    private final ExportAnswers exports;
    private final Intake intake;
    private final Outbox outbox;
    private final Clock clock;

    ErasingRegistrations(
            KnownRegistrations registrations, ExportAnswers exports, Intake intake, Outbox outbox, Clock clock) {
        this.registrations = registrations;
        this.exports = exports;
        this.intake = intake;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The contract {@code erasureAnswer}. */
    private record Answer(UUID id, UUID erasure, Instant answeredAt, Map<String, Integer> deleted) {}

    /** Asked again it looks again, and says the same. */
    void erase(UUID part, UUID erasure, List<UUID> asked) {
        asked.stream().sorted().forEach(id -> {
            intake.take("registration", id.toString(), FollowingRegistrations.ERASED, () -> {});
            registrations.forget(id);
            exports.forget(id);
        });
        int known = registrations.erasedOf(asked);
        Answer answer =
                new Answer(part, erasure, clock.instant(), known == 0 ? Map.of() : Map.of("registrations", known));
        outbox.add(new OutgoingEvent(
                ErasureAnswers.TOPIC,
                part.toString(),
                "museum.atrium.erasure.answered.v1",
                EventReading.write(answer)));
    }
}
