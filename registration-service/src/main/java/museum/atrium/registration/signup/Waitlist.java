package museum.atrium.registration.signup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import museum.atrium.registration.signup.RegistrationsChanged.Change;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Whenever places are free, the first in line whose whole wish fits moves up, in the transaction that freed them. */
@Component
class Waitlist {

    private static final int PAGE = 500;

    private final Seatings seatings;
    private final Registrations registrations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Waitlist(Seatings seatings, Registrations registrations, ApplicationEventPublisher events, Clock clock) {
        this.seatings = seatings;
        this.registrations = registrations;
        this.events = events;
        this.clock = clock;
    }

    /** Fills what is free and saves the seating. */
    void moveUp(Seating seating) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Registration> promoted = new ArrayList<>();
        long after = 0;
        List<Registration> page = List.of();
        boolean open = seating.isAhead(now);
        while (open && !seating.isFull() && (after == 0 || page.size() == PAGE)) {
            page = registrations.lockWaiting(seating.activity(), after, PAGE);
            for (Registration waiting : page) {
                after = java.util.Objects.requireNonNull(waiting.standing().placeInLine());
                if (seating.fits(waiting.sessions(), now)) {
                    seating.take(waiting.sessions());
                    promoted.add(movedUp(waiting, seating, now));
                }
            }
            if (page.isEmpty()) {
                break;
            }
        }
        registrations.update(promoted);
        seatings.save(List.of(seating));
        if (!promoted.isEmpty()) {
            events.publishEvent(new RegistrationsChanged(promoted.stream()
                    .map(registration -> new Change(registration, occasionOf(registration), false))
                    .toList()));
        }
    }

    private static Registration movedUp(Registration waiting, Seating seating, Instant now) {
        Duration offers = seating.signUp().placeOffers();
        Long place = waiting.standing().placeInLine();
        return offers == null || place == null
                ? waiting.become(new Standing.Confirmed(now), Occasion.PROMOTED)
                : waiting.become(new Standing.Waiting(place, seating.notAfterEnd(now.plus(offers))), Occasion.OFFERED);
    }

    private static Occasion occasionOf(Registration movedUp) {
        return movedUp.standing() instanceof Standing.Confirmed ? Occasion.PROMOTED : Occasion.OFFERED;
    }
}
