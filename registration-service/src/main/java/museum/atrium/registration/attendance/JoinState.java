package museum.atrium.registration.attendance;

import java.net.URI;
import java.time.Instant;
import museum.atrium.registration.programme.Session;

/** What a personal join page can offer now. */
sealed interface JoinState {

    record Open(Session session, URI room) implements JoinState {}

    /** @param opensAt when the way to the room opens */
    record Early(Session session, Instant opensAt) implements JoinState {}

    record Over(Session session) implements JoinState {}

    record SessionCancelled(Session session) implements JoinState {}

    /** The registration is cancelled or still waits, or does not include this session. */
    record NoPlace(Session session) implements JoinState {}

    /** The organiser has not said yet where the session is held. */
    record NoRoom(Session session) implements JoinState {}

    Session session();
}
