package museum.atrium.registration.signup;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets a person's registration on their wish, here and by tombstones everywhere else, with the addresses to which they
 * would have given it; their place goes to the next in line.
 */
@Component
class Erasing {

    private final Seatings seatings;
    private final Registrations registrations;
    private final Waitlist waitlist;
    private final ApplicationEventPublisher events;

    Erasing(Seatings seatings, Registrations registrations, Waitlist waitlist, ApplicationEventPublisher events) {
        this.seatings = seatings;
        this.registrations = registrations;
        this.waitlist = waitlist;
        this.events = events;
    }

    /** What somebody else erased meanwhile is erased. */
    @Transactional
    public void erase(Registration found) {
        Seating seating = seatings.lock(found.activity()).orElseThrow();
        registrations.lock(found.id()).ifPresent(registration -> {
            List<RegistrationId> all = Stream.concat(
                            Stream.of(registration), registrations.lockTakeovers(registration.id()).stream())
                    .map(Registration::id)
                    .toList();
            registrations.erase(all);
            events.publishEvent(new RegistrationsErased(all));
            if (registration.standing().holdsPlace()) {
                seating.release(registration.sessions());
                waitlist.moveUp(seating);
            }
        });
    }
}
