package museum.atrium.notification.audience;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.outbox.Intake;
import museum.atrium.outbox.Outbox;
import museum.atrium.outbox.OutgoingEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Erases what was asked for and says so. It does not wait for the tombstones, which come on other topics: it does what they will do,
 * and what is read afterwards, they too, finds that nothing newer can come.
 */
@Component
class Erasing {

    private final Intake intake;
    private final Joining joining;
    private final Tracks tracks;
    private final Outbox outbox;
    private final Clock clock;

    Erasing(Intake intake, Joining joining, Tracks tracks, Outbox outbox, Clock clock) {
        this.intake = intake;
        this.joining = joining;
        this.tracks = tracks;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** {@code contracts/events/erasureAnswer.schema.json}. */
    private record Answer(UUID id, UUID erasure, Instant answeredAt, Map<String, Integer> deleted) {}

    /** Asked again it looks again, and says the same. */
    void erase(ErasureState asked) {
        List<UUID> registrations = asked.registrations().stream().sorted().toList();
        registrations.forEach(this::erase);
        List<UUID> left = tracks.left(registrations);
        if (!left.isEmpty()) {
            throw new IllegalStateException(
                    "Of %d registrations something is left after their erasure %s; it is tried again, and not answered before"
                            .formatted(left.size(), asked.erasure()));
        }
        outbox.add(new OutgoingEvent(
                ErasureAnswers.TOPIC,
                asked.id().toString(),
                "museum.atrium.erasure.answered.v1",
                JsonMapper.shared()
                        .writeValueAsString(new Answer(
                                asked.id(), asked.erasure(), clock.instant(), tracks.counted(registrations)))));
    }

    private void erase(UUID registration) {
        intake.take("registration", registration.toString(), Tombstone.REVISION, () -> {});
        intake.take("contact", registration.toString(), Tombstone.REVISION, () -> {});
        joining.forget(registration);
        joining.erase(registration);
    }
}
