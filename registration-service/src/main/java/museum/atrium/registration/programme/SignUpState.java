package museum.atrium.registration.programme;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody who comes now may expect of signing up. */
public enum SignUpState {
    OPEN,
    WAITLIST,
    FULL,
    CLOSED;

    /** @param lastEnd when the last session ends; null: no date yet, so there is nothing to sign up for */
    public static SignUpState of(
            ActivityStatus status, @Nullable Instant lastEnd, Places places, boolean waitlist, Instant now) {
        if (status != ActivityStatus.PUBLISHED || lastEnd == null || !lastEnd.isAfter(now)) {
            return CLOSED;
        }
        if (!places.isFull()) {
            return OPEN;
        }
        return waitlist ? WAITLIST : FULL;
    }
}
