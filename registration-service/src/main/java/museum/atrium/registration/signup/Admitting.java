package museum.atrium.registration.signup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import museum.atrium.registration.programme.ActivityId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Admits a batch of wishes, for any activities, in one transaction: places are counted once and rows written together. */
@Component
class Admitting {

    private final Seatings seatings;
    private final Registrations registrations;
    private final IdempotencyKeys keys;
    private final AdmissionDesk desk;
    private final ApplicationEventPublisher events;

    Admitting(
            Seatings seatings,
            Registrations registrations,
            IdempotencyKeys keys,
            AdmissionDesk desk,
            ApplicationEventPublisher events) {
        this.seatings = seatings;
        this.registrations = registrations;
        this.keys = keys;
        this.desk = desk;
        this.events = events;
    }

    /** @return one answer for each wish, in their order; none counts before the transaction is committed */
    @Transactional
    List<SignUpAnswer> admit(List<Wish> wishes) {
        Map<String, Seating> bySlug =
                seatings.lockBySlug(wishes.stream().map(Wish::slug).distinct().toList());
        AdmissionBatch batch = desk.open(known(wishes, bySlug));
        Map<IdempotencyKeys.Id, IdempotencyKeys.Stored> answered = keys.of(wishes, bySlug);
        List<SignUpAnswer> answers = new ArrayList<>(wishes.size());
        for (Wish wish : wishes) {
            Optional<Seating> seating =
                    Optional.ofNullable(bySlug.get(wish.slug())).filter(Seating::isPublic);
            answers.add(seating.map(found -> answer(batch, found, wish, answered))
                    .orElseGet(SignUpAnswer.UnknownActivity::new));
        }
        registrations.insert(batch.newcomers());
        registrations.update(batch.changed());
        seatings.save(batch.changedSeatings());
        keys.store(answered.values());
        if (!batch.happenings().isEmpty()) {
            events.publishEvent(new RegistrationsChanged(batch.happenings()));
        }
        return answers;
    }

    private static SignUpAnswer answer(
            AdmissionBatch batch,
            Seating seating,
            Wish wish,
            Map<IdempotencyKeys.Id, IdempotencyKeys.Stored> answered) {
        IdempotencyKey key = wish.key();
        if (key == null) {
            return batch.admit(seating, wish);
        }
        IdempotencyKeys.Id id = new IdempotencyKeys.Id(seating.activity(), key.key());
        IdempotencyKeys.Stored stored = answered.get(id);
        if (stored != null) {
            return stored.answerTo(key);
        }
        SignUpAnswer answer = batch.admit(seating, wish);
        if (answer instanceof SignUpAnswer.Accepted accepted) {
            answered.put(id, new IdempotencyKeys.Stored(id, key.bodyHash(), accepted.status(), true));
        }
        return answer;
    }

    private List<Registration> known(List<Wish> wishes, Map<String, Seating> bySlug) {
        List<Wish> real =
                wishes.stream().filter(wish -> bySlug.containsKey(wish.slug())).toList();
        Stream<UUID> activities = real.stream()
                .map(wish -> bySlug.get(wish.slug()))
                .map(Seating::activity)
                .map(ActivityId::value);
        return registrations.lockByAddress(
                activities.toArray(UUID[]::new),
                real.stream().map(wish -> wish.email().key()).toArray(String[]::new));
    }
}
