package museum.atrium.registration.signup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import museum.atrium.registration.Ids;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.signup.RegistrationsChanged.Change;
import org.jspecify.annotations.Nullable;

/** Decides wish after wish and remembers what is to be written. Holds no lock itself and touches no database. */
final class AdmissionBatch {

    /** A click too many is not worth a mail, nor is a client that asks again because it missed the answer. */
    private static final Duration STILL_THE_SAME_SIGN_UP = Duration.ofSeconds(2);
    /** Nobody can fill somebody else's mailbox by signing them up again and again. */
    private static final Duration BETWEEN_REPEATS = Duration.ofHours(1);

    private record Address(ActivityId activity, String key) {}

    private final Ids ids;
    private final Instant now;
    private final Map<Address, Registration> known = new HashMap<>();
    private final Map<RegistrationId, Registration> newcomers = new LinkedHashMap<>();
    private final Map<RegistrationId, Registration> changed = new LinkedHashMap<>();
    private final Set<Seating> changedSeatings = new LinkedHashSet<>();
    private final List<Change> happenings = new ArrayList<>();

    AdmissionBatch(List<Registration> known, Ids ids, Instant now) {
        this.ids = ids;
        this.now = now;
        known.forEach(registration -> this.known.put(address(registration), registration));
    }

    /** Answers everyone as a newcomer, so that an answer does not tell who is registered. */
    SignUpAnswer admit(Seating seating, Wish wish) {
        if (!seating.takesSignUps(now)) {
            return new SignUpAnswer.Closed();
        }
        Set<SessionId> sessions = wish.sessions();
        List<SessionId> unknown = sessions == null ? List.of() : seating.unknown(sessions, now);
        if (!unknown.isEmpty()) {
            return new SignUpAnswer.UnknownSessions(unknown);
        }
        boolean fits = seating.fits(sessions, now);
        Registration existing =
                known.get(new Address(seating.activity(), wish.email().key()));
        if (existing != null && existing.isActive()) {
            tellAgain(existing);
        } else if (fits || seating.hasWaitlist()) {
            enter(seating, wish, existing, fits);
        }
        if (!fits && !seating.hasWaitlist()) {
            return new SignUpAnswer.Full();
        }
        return new SignUpAnswer.Accepted(fits ? RegistrationStatus.CONFIRMED : RegistrationStatus.WAITLISTED);
    }

    Collection<Registration> newcomers() {
        return newcomers.values();
    }

    Collection<Registration> changed() {
        return changed.values();
    }

    Collection<Seating> changedSeatings() {
        return changedSeatings;
    }

    List<Change> happenings() {
        return happenings;
    }

    private void enter(Seating seating, Wish wish, @Nullable Registration earlier, boolean fits) {
        Person person = wish.person(seating);
        Registration registration;
        if (fits) {
            seating.take(wish.sessions());
            registration = earlier == null
                    ? Registration.confirmed(
                            new RegistrationId(ids.next()), seating.activity(), person, wish.sessions(), now)
                    : earlier.again(person, wish.sessions(), now).confirmed(now);
        } else {
            long place = seating.nextInLine();
            registration = earlier == null
                    ? Registration.waitlisted(
                            new RegistrationId(ids.next()), seating.activity(), person, wish.sessions(), place, now)
                    : earlier.again(person, wish.sessions(), now).waitlisted(place);
        }
        changedSeatings.add(seating);
        remember(registration, earlier == null);
        happenings.add(new Change(registration, fits ? Occasion.CONFIRMED : Occasion.WAITLISTED, true));
    }

    private void tellAgain(Registration existing) {
        Instant toldLast = existing.repeatedAt();
        boolean quiet = existing.registeredAt().plus(STILL_THE_SAME_SIGN_UP).isAfter(now)
                || (toldLast != null && toldLast.plus(BETWEEN_REPEATS).isAfter(now));
        if (!quiet) {
            Registration told = existing.repeated(now);
            remember(told, newcomers.containsKey(told.id()));
            happenings.add(new Change(told, Occasion.REPEATED, false));
        }
    }

    private void remember(Registration registration, boolean newcomer) {
        known.put(address(registration), registration);
        (newcomer ? newcomers : changed).put(registration.id(), registration);
    }

    private static Address address(Registration registration) {
        return new Address(
                registration.activity(), registration.person().email().key());
    }
}
