package museum.atrium.registration.signup;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import museum.atrium.http.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives one registration that was not decided yet what the activity has for it, as others are admitted. */
@Component
class Seats {

    private final Seatings seatings;
    private final Registrations registrations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Seats(Seatings seatings, Registrations registrations, ApplicationEventPublisher events, Clock clock) {
        this.seatings = seatings;
        this.registrations = registrations;
        this.events = events;
        this.clock = clock;
    }

    /** One registration under its locks, at one instant. */
    record Open(Registration registration, Seating seating, Instant now) {}

    /** Activity locked first, then the registration, as everywhere. What the registration becomes is stored and told. */
    @Transactional
    public Registration under(Registration found, Function<Open, Registration> decision) {
        Seating seating = seatings.lock(found.activity()).orElseThrow();
        Registration registration = registrations.lock(found.id()).orElseThrow(Seats::gone);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Registration decided = decision.apply(new Open(registration, seating, now));
        if (decided.revision() > registration.revision()) {
            registrations.update(List.of(decided));
            seatings.save(List.of(seating));
            decided.latest()
                    .ifPresent(occasion -> events.publishEvent(RegistrationsChanged.one(decided, occasion, false)));
        }
        return decided;
    }

    /** @throws Refusal 409 if there is neither a place nor a waitlist */
    @Transactional(propagation = Propagation.MANDATORY)
    public Registration seat(Open open) {
        Standing standing = open.seating()
                .seat(open.registration().sessions(), open.now())
                .orElseThrow(() -> Refusal.conflict("full", "All places are taken, and there is no waitlist."));
        return open.registration().seated(standing);
    }

    /** It was erased since it was looked up. */
    static Refusal gone() {
        return Refusal.notFound("This registration does not exist any more.");
    }
}
