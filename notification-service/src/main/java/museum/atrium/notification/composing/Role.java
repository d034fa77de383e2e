package museum.atrium.notification.composing;

import org.jspecify.annotations.Nullable;

/** As what the recipient has to do with the activity. */
public enum Role {
    PARTICIPANT,
    /** Invited to speak, whatever they have answered. */
    SPEAKER;

    /** As registration-service tells it; null where it told none yet. */
    public static Role of(@Nullable String role) {
        return "SPEAKER".equals(role) ? SPEAKER : PARTICIPANT;
    }
}
