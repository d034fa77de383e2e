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
import java.util.UUID;
import museum.atrium.registration.Ids;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.signup.RegistrationsChanged.Change;
import org.jspecify.annotations.Nullable;

/** Decides party after party and remembers what is to be written. Holds no lock itself and touches no database. */
final class AdmissionBatch {

    /** A click too many is not worth a mail, nor is a client that asks again because it missed the answer. */
    private static final Duration STILL_THE_SAME_SIGN_UP = Duration.ofSeconds(2);

    /** Nobody can fill somebody else's mailbox by signing them up again and again. */
    private static final Duration BETWEEN_REPEATS = Duration.ofHours(1);

    private record Address(ActivityId activity, String key) {}

    /** @param optInExpiry how long the owner of an address has to confirm it */
    record Moment(Instant now, Duration optInExpiry) {}

    private final Ids ids;
    private final Instant now;
    private final Invitations invitations;
    private final PartyTerms terms;
    private final Entry entry;
    private final Map<Address, Registration> known = new HashMap<>();
    private final Map<RegistrationId, Registration> newcomers = new LinkedHashMap<>();
    private final Map<RegistrationId, Registration> changed = new LinkedHashMap<>();
    private final Set<Seating> changedSeatings = new LinkedHashSet<>();
    private final List<Change> happenings = new ArrayList<>();

    AdmissionBatch(List<Registration> known, Invitations invitations, Ids ids, Moment moment) {
        this.ids = ids;
        this.now = moment.now();
        this.invitations = invitations;
        this.terms = new PartyTerms(invitations, now);
        this.entry = new Entry(now, now.plus(moment.optInExpiry()));
        known.forEach(registration -> this.known.put(address(registration), registration));
    }

    /** Answers everyone as newcomers, so that an answer does not tell who is registered. */
    SignUpAnswer admit(Seating seating, Party party) {
        if (!seating.takesSignUps(now)) {
            return new SignUpAnswer.Closed();
        }
        List<Wish> entering = newcomersOf(seating, party);
        return terms.refusal(seating, party, entering.size()).orElseGet(() -> admitAllowed(seating, party, entering));
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

    private SignUpAnswer admitAllowed(Seating seating, Party party, List<Wish> entering) {
        party.wishes().forEach(wish -> tellAgain(seating, wish));
        boolean waits = seating.isDated() && !seating.fitAll(party.wishes(), now);
        if (waits && !seating.hasWaitlist()) {
            return new SignUpAnswer.Full();
        }
        boolean fits = seating.isDated() && seating.fitAll(entering, now);
        UUID invitation = invitations.use(seating.activity(), party.code(), entering.size());
        for (Wish wish : entering) {
            enter(seating, wish, invitation, fits);
        }
        return new SignUpAnswer.Accepted(entry.answer(seating, party.isProven(), waits));
    }

    private List<Wish> newcomersOf(Seating seating, Party party) {
        return party.wishes().stream()
                .filter(wish -> {
                    Registration existing = existing(seating, wish);
                    return existing == null || !isTaken(existing, seating, wish);
                })
                .toList();
    }

    private @Nullable Registration existing(Seating seating, Wish wish) {
        return known.get(new Address(seating.activity(), wish.email().key()));
    }

    /**
     * What nobody confirmed in time is gone already; interest gives way to a sign-up as soon as there is a date; what
     * somebody else asked for, to one's own sign-up.
     */
    private boolean isTaken(Registration existing, Seating seating, Wish wish) {
        return switch (existing.standing()) {
            case Standing.AwaitingAddress pending ->
                pending.until().isAfter(now) && !wish.proven() && existing.takeover() == null;
            case Standing.Interested interested -> !seating.isDated();
            case Standing.Cancelled cancelled -> false;
            case Standing.AwaitingApproval pending -> true;
            case Standing.Confirmed confirmed -> true;
            case Standing.Waiting waiting -> true;
        };
    }

    private void enter(Seating seating, Wish wish, @Nullable UUID invitation, boolean fits) {
        Registration earlier = existing(seating, wish);
        Choice choice = wish.choice(seating, now);
        Registration asked = earlier == null
                ? Registration.asked(new RegistrationId(ids.next()), seating.activity(), choice, invitation, now)
                : earlier.again(choice, invitation, now);
        Registration entered = entry.enter(seating, asked, wish.proven(), fits);
        changedSeatings.add(seating);
        remember(entered, earlier == null);
        happenings.add(new Change(entered, entered.latest().orElseThrow(), true));
    }

    private void tellAgain(Seating seating, Wish wish) {
        Registration existing = existing(seating, wish);
        if (existing == null || !isTaken(existing, seating, wish)) {
            return;
        }
        boolean quiet = existing.registeredAt().plus(STILL_THE_SAME_SIGN_UP).isAfter(now)
                || existing.wasToldWithin(BETWEEN_REPEATS, now);
        if (!quiet) {
            boolean optIn = existing.standing() instanceof Standing.AwaitingAddress;
            Registration told = existing.toldAgain(optIn ? Occasion.OPT_IN : Occasion.REPEATED, now);
            remember(told, newcomers.containsKey(told.id()));
            happenings.add(new Change(told, optIn ? Occasion.OPT_IN : Occasion.REPEATED, false));
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
