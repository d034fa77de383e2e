package museum.atrium.registration.signup;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.signup.RegistrationsChanged.Change;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends what was not answered in time: an offered place goes to the next in line, in the same transaction; an address that
 * nobody confirmed is erased, for it may be anybody's.
 */
@Component
class Lapsing {

    private static final int MOST = 500;

    private final Seatings seatings;
    private final Registrations registrations;
    private final Waitlist waitlist;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Lapsing(
            Seatings seatings,
            Registrations registrations,
            Waitlist waitlist,
            ApplicationEventPublisher events,
            Clock clock) {
        this.seatings = seatings;
        this.registrations = registrations;
        this.waitlist = waitlist;
        this.events = events;
        this.clock = clock;
    }

    List<ActivityId> overdue() {
        return registrations.withOverdue(clock.instant(), MOST);
    }

    @Transactional
    public void lapse(ActivityId activity) {
        Seating seating = seatings.lock(activity).orElseThrow();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Registration> lapsed = new ArrayList<>();
        List<RegistrationId> unconfirmed = new ArrayList<>();
        for (Registration registration : registrations.lockOverdue(activity, now, MOST)) {
            if (registration.standing() instanceof Standing.Waiting) {
                seating.release(registration.sessions());
                lapsed.add(registration.become(new Standing.Cancelled(), Occasion.LAPSED));
            } else {
                unconfirmed.add(registration.id());
            }
        }
        registrations.update(lapsed);
        if (!lapsed.isEmpty()) {
            events.publishEvent(new RegistrationsChanged(lapsed.stream()
                    .map(registration -> new Change(registration, Occasion.LAPSED, false))
                    .toList()));
        }
        if (!unconfirmed.isEmpty()) {
            registrations.erase(unconfirmed);
            events.publishEvent(new RegistrationsErased(unconfirmed));
        }
        waitlist.moveUp(seating);
    }
}
