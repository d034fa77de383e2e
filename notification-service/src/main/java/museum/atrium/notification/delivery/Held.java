package museum.atrium.notification.delivery;

import java.util.List;
import museum.atrium.notification.composing.SessionInfo;

/** One of the registrations of the address that a mail goes to. */
record Held(Person person, Activity activity) {

    List<SessionInfo> sessions() {
        return activity.sessions().stream()
                .filter(session -> person.chose(session.id()))
                .map(LiveSession::info)
                .toList();
    }
}
