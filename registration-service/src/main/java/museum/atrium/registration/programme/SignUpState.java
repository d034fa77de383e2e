package museum.atrium.registration.programme;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody who comes now may expect of signing up. */
public enum SignUpState {
    OPEN,
    /** There is no date yet: one can leave one's interest. */
    INTEREST,
    WAITLIST,
    FULL,
    CLOSED;

    /** @param lastEnd when the last session ends; null: no date yet */
    public static SignUpState of(
            ActivityStatus status, @Nullable Instant lastEnd, Places places, SignUpTerms terms, Instant now) {
        if (status != ActivityStatus.PUBLISHED || !terms.isOpenAt(now)) {
            return CLOSED;
        }
        if (lastEnd == null) {
            return INTEREST;
        }
        if (!lastEnd.isAfter(now)) {
            return CLOSED;
        }
        if (!places.isFull()) {
            return OPEN;
        }
        return terms.waitlist() ? WAITLIST : FULL;
    }
}
