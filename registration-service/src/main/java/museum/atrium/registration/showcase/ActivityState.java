package museum.atrium.registration.showcase;

import java.time.Instant;
import museum.atrium.registration.programme.Activity;

/** What the public is told of an activity in one word; pages and the list for other sites have a message for each. */
enum ActivityState {
    OPEN,
    /** One can leave one's interest; there has never been a date. */
    INTEREST,
    WAITLIST,
    FULL,
    /** Signing up becomes possible later. */
    LATER,
    CLOSED,
    OVER,
    POSTPONED,
    CANCELLED;

    static ActivityState of(Announced announced, Instant now) {
        Activity activity = announced.activity();
        return switch (announced.state()) {
            case CANCELLED -> CANCELLED;
            case POSTPONED -> POSTPONED;
            case SCHEDULED, RESCHEDULED ->
                switch (activity.signUpState(now)) {
                    case OPEN -> OPEN;
                    case INTEREST -> INTEREST;
                    case WAITLIST -> WAITLIST;
                    case FULL -> FULL;
                    case CLOSED -> closed(activity, now);
                };
        };
    }

    boolean canSignUp() {
        return this == OPEN || this == INTEREST || this == WAITLIST;
    }

    private static ActivityState closed(Activity activity, Instant now) {
        if (activity.endsAt().filter(end -> !end.isAfter(now)).isPresent()) {
            return OVER;
        }
        Instant opensAt = activity.signUp().opensAt();
        return opensAt != null && now.isBefore(opensAt) ? LATER : CLOSED;
    }
}
