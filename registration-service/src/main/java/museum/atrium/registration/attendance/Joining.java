package museum.atrium.registration.attendance;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import museum.atrium.http.Refusal;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.signup.Attending;
import museum.atrium.registration.signup.OwnRegistrations;
import museum.atrium.registration.signup.Registration;
import museum.atrium.registration.signup.RegistrationStatus;
import org.springframework.stereotype.Component;

/** The way of one person into one session's live room. */
@Component
class Joining {

    private final OwnRegistrations own;
    private final Activities activities;
    private final Attending attending;
    private final AttendanceSettings settings;
    private final Clock clock;

    Joining(
            OwnRegistrations own,
            Activities activities,
            Attending attending,
            AttendanceSettings settings,
            Clock clock) {
        this.own = own;
        this.activities = activities;
        this.attending = attending;
        this.settings = settings;
        this.clock = clock;
    }

    record Visit(Registration registration, Activity activity, JoinState state) {}

    /** Looks only: mail scanners follow links, and following a link is not coming. */
    Visit look(String token, SessionId sessionId) {
        Registration registration = own.byJoinToken(token);
        Activity activity = activities.find(registration.activity()).orElseThrow();
        Session session = activity.session(sessionId)
                .orElseThrow(() -> Refusal.notFound("This link is not valid: the activity has no such session."));
        return new Visit(registration, activity, state(registration, activity, session));
    }

    /** Goes in, where that is possible now, and counts as having come. */
    Visit join(String token, SessionId sessionId) {
        Visit visit = look(token, sessionId);
        if (visit.state() instanceof JoinState.Open) {
            attending.count(
                    sessionId,
                    Attending.Source.JOIN_PAGE,
                    List.of(new Attending.Visit(visit.registration().id(), null)));
        }
        return visit;
    }

    private JoinState state(Registration registration, Activity activity, Session session) {
        Instant now = clock.instant();
        Instant opensAt = session.isLive() ? session.startsAt().minus(settings.opensBefore()) : session.startsAt();
        URI room = session.joinUrl();
        if (!activity.isPublished() || !session.takesPlace()) {
            return new JoinState.SessionCancelled(session);
        }
        if (registration.status() != RegistrationStatus.CONFIRMED || !registration.includes(session.id())) {
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
