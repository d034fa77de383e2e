package museum.atrium.notification.composing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the recipient's registration stands.
 *
 * @param answerBy until when the recipient must answer, if that is asked: to confirm the address while it is not
 *     proved, to accept a place while waitlisted
 */
public record RegistrationInfo(Standing standing, @Nullable Instant answerBy) {

    boolean isOffered(Instant now) {
        return standing == Standing.WAITLISTED && answerBy != null && answerBy.isAfter(now);
    }
}
