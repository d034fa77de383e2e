package museum.atrium.registration.signup;

import java.time.Clock;
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
        boolean open = seating.takesSignUps(now);
        while (open && !seating.isFull() && (after == 0 || page.size() == PAGE)) {
            page = registrations.lockWaiting(seating.activity(), after, PAGE);
            for (Registration waiting : page) {
                after = java.util.Objects.requireNonNull(waiting.placeInLine());
                if (seating.fits(waiting.sessions(), now)) {
                    seating.take(waiting.sessions());
                    promoted.add(waiting.promoted(now));
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
                    .map(registration -> new Change(registration, Occasion.PROMOTED, false))
                    .toList()));
        }
    }
}
