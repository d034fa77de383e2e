package museum.atrium.notification.composing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the recipient's registration stands.
 *
 * @param answerBy until when the recipient must answer, if that is asked: to confirm the address while it is not
 *     proved, to accept a place while waitlisted
 * @param role a speaker's registration is an invitation to speak
 * @param series to which the recipient is subscribed, where the mail is about an activity of it
 */
public record RegistrationInfo(
        Standing standing,
        Role role,
        @Nullable Instant answerBy,
        @Nullable ActivityInfo series) {

    public RegistrationInfo(Standing standing, Role role, @Nullable Instant answerBy) {
        this(standing, role, answerBy, null);
    }

    boolean isSpeakers() {
        return role == Role.SPEAKER;
    }

    boolean isOffered(Instant now) {
        return standing == Standing.WAITLISTED && isAnswerable(now);
    }

    boolean isAnswerable(Instant now) {
        return answerBy != null && answerBy.isAfter(now);
    }
}
