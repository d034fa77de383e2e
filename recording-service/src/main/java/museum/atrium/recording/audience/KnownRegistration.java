package museum.atrium.recording.audience;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registration, without who it is.
 *
 * @param sessions those that were chosen; null: every session of the activity, also later ones
 */
public record KnownRegistration(
        UUID id,
        UUID activity,
        boolean confirmed,
        int linkVersion,
        @Nullable List<UUID> sessions,
        List<UUID> attended) {

    /** Whether it is for this session; null means the activity as a whole. */
    public boolean isFor(@Nullable UUID session) {
        return session == null || sessions == null || sessions.contains(session);
    }

    /** Whether they came to this session; null means to any of the activity. */
    public boolean attended(@Nullable UUID session) {
        return session == null ? !attended.isEmpty() : attended.contains(session);
    }
}
