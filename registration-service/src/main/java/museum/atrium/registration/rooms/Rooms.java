package museum.atrium.registration.rooms;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what the way into a session's room offers at this moment. */
@Component
public class Rooms {

    private final RoomSettings settings;
    private final Clock clock;

    Rooms(RoomSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @param admitted whether they have a place in the session */
    public JoinState forParticipant(Activity activity, Session session, boolean admitted) {
        return state(activity, session, admitted, session.joinUrl(), settings.opensBefore());
    }

    /**
     * Earlier than for participants, and by an address of their own where the session has one.
     *
     * @param admitted whether they lead the session
     */
    public JoinState forHost(Activity activity, Session session, boolean admitted) {
        URI own = session.hostUrl();
        URI room = own == null ? session.joinUrl() : own;
        return state(activity, session, admitted, room, settings.opensForHostsBefore());
    }

    private JoinState state(
            Activity activity, Session session, boolean admitted, @Nullable URI room, Duration opensBefore) {
        Instant now = clock.instant();
        Instant opensAt = session.isLive() ? session.startsAt().minus(opensBefore) : session.startsAt();
        if (!activity.isPublished() || !session.takesPlace()) {
            return new JoinState.SessionCancelled(session);
        }
        if (!admitted) {
            return new JoinState.NoPlace(session);
        }
        if (!session.endsAt().isAfter(now)) {
            return new JoinState.Over(session);
        }
        if (opensAt.isAfter(now)) {
            return new JoinState.Early(session, opensAt);
        }
        return room == null ? new JoinState.NoRoom(session) : new JoinState.Open(session, room);
    }
}
