package museum.atrium.registration.webhooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of an attempt. */
sealed interface Outcome {

    /** @param retryAfter when the receiver wants to be asked again; null: it does not say */
    record Answered(int status, @Nullable Duration retryAfter) implements Outcome {

        boolean isTaken() {
            return status >= 200 && status < 300;
        }

        /** The receiver wants to hear nothing more. */
        boolean isGone() {
            return status == 410;
        }
    }

    /** @param reason nothing of the receiver's own words */
    record Unanswered(String reason) implements Outcome {}
}
