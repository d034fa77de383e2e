package museum.atrium.registration.rooms;

import java.net.URI;
import java.time.Instant;
import museum.atrium.registration.programme.Session;

/** What the way into a session's room can offer now. */
public sealed interface JoinState {

    record Open(Session session, URI room) implements JoinState {}

    /** @param opensAt when the way to the room opens */
    record Early(Session session, Instant opensAt) implements JoinState {}

    record Over(Session session) implements JoinState {}

    record SessionCancelled(Session session) implements JoinState {}

    /** Who came has no place in this session, or does not lead it. */
    record NoPlace(Session session) implements JoinState {}

    /** The organiser has not said yet where the session is held. */
    record NoRoom(Session session) implements JoinState {}

    Session session();
}
