package museum.atrium.registration.signup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Admits a batch of parties, for any activities, in one transaction: places are counted once and rows written together. */
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

    /** @return one answer for each party, in their order; none counts before the transaction is committed */
    @Transactional
    List<SignUpAnswer> admit(List<Party> parties) {
        Map<String, Seating> bySlug =
                seatings.lockBySlug(parties.stream().map(Party::slug).distinct().toList());
        AdmissionBatch batch = desk.open(known(parties, bySlug), parties, bySlug.values());
        Map<IdempotencyKeys.Id, IdempotencyKeys.Stored> answered = keys.of(parties, bySlug);
        List<SignUpAnswer> answers = new ArrayList<>(parties.size());
        for (Party party : parties) {
            Optional<Seating> seating =
                    Optional.ofNullable(bySlug.get(party.slug())).filter(found -> found.receives(party));
            answers.add(seating.map(found -> answer(batch, found, party, answered))
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
            Party party,
            Map<IdempotencyKeys.Id, IdempotencyKeys.Stored> answered) {
        IdempotencyKey key = party.key();
        if (key == null) {
            return batch.admit(seating, party);
        }
        IdempotencyKeys.Id id = new IdempotencyKeys.Id(seating.activity(), key.key());
        IdempotencyKeys.Stored stored = answered.get(id);
        if (stored != null) {
            return stored.answerTo(key);
        }
        SignUpAnswer answer = batch.admit(seating, party);
        if (answer instanceof SignUpAnswer.Accepted accepted) {
            answered.put(id, new IdempotencyKeys.Stored(id, key.bodyHash(), accepted.status(), true));
        }
        return answer;
    }

    private List<Registration> known(List<Party> parties, Map<String, Seating> bySlug) {
        List<UUID> activities = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        for (Party party : parties) {
            Seating seating = bySlug.get(party.slug());
            if (seating != null) {
                party.wishes().forEach(wish -> {
                    activities.add(seating.activity().value());
                    addresses.add(wish.email().key());
                });
            }
        }
        return registrations.lockByAddress(activities.toArray(UUID[]::new), addresses.toArray(String[]::new));
    }
}
