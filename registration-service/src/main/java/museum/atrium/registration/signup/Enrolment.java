package museum.atrium.registration.signup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import museum.atrium.registration.Ids;
import museum.atrium.registration.signup.RegistrationsChanged.Change;

/** Decides about one after the other whom an organiser enrols, and remembers what is to be written. Touches no database. */
final class Enrolment {

    private final Seating seating;
    private final Ids ids;
    private final Instant now;
    private final Map<String, Registration> known = new HashMap<>();
    private final List<Registration> newcomers = new ArrayList<>();
    private final List<Registration> changed = new ArrayList<>();
    private final List<Change> happenings = new ArrayList<>();

    Enrolment(Seating seating, Collection<Registration> known, Ids ids, Instant now) {
        this.seating = seating;
        this.ids = ids;
        this.now = now;
        known.forEach(
                registration -> this.known.put(registration.person().email().key(), registration));
    }

    /** Who asked for a place themselves keeps what they chose and answered; an address that nobody proved is written anew. */
    Enrolling.Outcome enrol(Wish wish) {
        Registration existing = known.get(wish.email().key());
        if (existing == null) {
            return enter(Registration.asked(
                    new RegistrationId(ids.next()), seating.activity(), wish.unasked(seating), null, now));
        }
        return switch (existing.standing()) {
            case Standing.AwaitingAddress unproven -> enter(existing.again(wish.unasked(seating), null, now));
            case Standing.AwaitingApproval asked -> enter(existing);
            case Standing.Interested interested ->
                seating.isDated() ? enter(existing) : Enrolling.Outcome.ALREADY_REGISTERED;
            case Standing.Confirmed confirmed -> Enrolling.Outcome.ALREADY_REGISTERED;
            case Standing.Waiting waiting -> Enrolling.Outcome.ALREADY_REGISTERED;
            case Standing.Cancelled cancelled -> Enrolling.Outcome.CANCELLED;
        };
    }

    List<Registration> newcomers() {
        return newcomers;
    }

    List<Registration> changed() {
        return changed;
    }

    List<Change> happenings() {
        return happenings;
    }

    private Enrolling.Outcome enter(Registration asked) {
        if (!seating.isDated()) {
            remember(asked.become(new Standing.Interested(), Occasion.INTERESTED));
            return Enrolling.Outcome.INTERESTED;
        }
        return seating.seat(asked.sessions(), now)
                .map(standing -> seated(asked, standing))
                .orElse(Enrolling.Outcome.FULL);
    }

    private Enrolling.Outcome seated(Registration asked, Standing standing) {
        remember(asked.seated(standing));
        return standing instanceof Standing.Confirmed ? Enrolling.Outcome.CONFIRMED : Enrolling.Outcome.WAITLISTED;
    }

    private void remember(Registration entered) {
        boolean newcomer = known.put(entered.person().email().key(), entered) == null;
        (newcomer ? newcomers : changed).add(entered);
        happenings.add(new Change(entered, entered.latest().orElseThrow(), true));
    }
}
