package museum.atrium.notification.composing;

import java.net.URI;
import java.util.List;

/**
 * One of the registrations of an address, with the link that manages it.
 *
 * @param sessions those chosen, by their start, cancelled ones included
 */
public record HeldInfo(
        RegistrationInfo registration,
        ActivityInfo activity,
        boolean activityCancelled,
        List<SessionInfo> sessions,
        URI manage) {

    public HeldInfo {
        sessions = List.copyOf(sessions);
    }
}
