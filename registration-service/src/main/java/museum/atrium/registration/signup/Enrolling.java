package museum.atrium.registration.signup;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.registration.Ids;
import museum.atrium.registration.programme.ActivityId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts people on an activity on an organiser's word: without regard to when sign-up is open, to invitations, domains, approval and
 * what is asked, but with no more places than there are. Places are counted and people told as at sign-up.
 */
@Component
public class Enrolling {

    private final Seatings seatings;
    private final Registrations registrations;
    private final Ids ids;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Enrolling(Seatings seatings, Registrations registrations, Ids ids, ApplicationEventPublisher events, Clock clock) {
        this.seatings = seatings;
        this.registrations = registrations;
        this.ids = ids;
        this.events = events;
        this.clock = clock;
    }

    /** What becomes of somebody. */
    public enum Outcome {
        CONFIRMED,
        WAITLISTED,
        /** There is no date yet. */
        INTERESTED,
        ALREADY_REGISTERED,
        /** Their registration was cancelled: only they themselves come back. */
        CANCELLED,
        /** There is neither a place nor a waitlist. */
        FULL
    }

    /**
     * In one short transaction; the activity is locked meanwhile.
     *
     * @param people no address twice
     * @return what became of each, in their order
     * @throws Refusal 409 if the activity is a draft, over or cancelled
     */
    @Transactional
    public List<Outcome> enrol(ActivityId activity, List<Wish> people) {
        Seating seating = seatings.lock(activity).orElseThrow();
        Enrolment enrolment = open(seating, registrations.lockByAddress(repeated(activity, people), keys(people)));
        List<Outcome> outcomes = people.stream().map(enrolment::enrol).toList();
        registrations.insert(enrolment.newcomers());
        registrations.update(enrolment.changed());
        seatings.save(List.of(seating));
        if (!enrolment.happenings().isEmpty()) {
            events.publishEvent(new RegistrationsChanged(enrolment.happenings()));
        }
        return outcomes;
    }

    /** What {@link #enrol} would come to at the moment. Nothing is locked or stored. */
    @Transactional(readOnly = true)
    public List<Outcome> foresee(ActivityId activity, List<Wish> people) {
        Seating seating = seatings.unlocked(activity).orElseThrow();
        Enrolment enrolment = open(seating, registrations.byAddress(activity, keys(people)));
        return people.stream().map(enrolment::enrol).toList();
    }

    private Enrolment open(Seating seating, List<Registration> known) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!seating.takesEnrolments(now)) {
            throw Refusal.conflict(
                    "sign-up-closed", "The activity is not published yet, over or cancelled: nobody can be put on it.");
        }
        return new Enrolment(seating, known, ids, now);
    }

    private static UUID[] repeated(ActivityId activity, List<Wish> people) {
        return people.stream().map(wish -> activity.value()).toArray(UUID[]::new);
    }

    private static String[] keys(List<Wish> people) {
        return people.stream().map(wish -> wish.email().key()).toArray(String[]::new);
    }
}
