package museum.atrium.registration.reminders;

import java.util.UUID;
import museum.atrium.registration.programme.SessionId;

/** What one reminder is: of which session, in which of its revisions, at which distance. */
record ReminderId(SessionId session, long sessionRevision, String distance) {

    String text() {
        return session + ":" + sessionRevision + ":" + distance;
    }

    static ReminderId parse(String text) {
        String[] parts = text.split(":", 3);
        return new ReminderId(new SessionId(UUID.fromString(parts[0])), Long.parseLong(parts[1]), parts[2]);
    }
}
