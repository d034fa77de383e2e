package museum.atrium.registration.attendance;

import java.util.List;
import museum.atrium.http.Refusal;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.rooms.JoinState;
import museum.atrium.registration.rooms.Rooms;
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
    private final Rooms rooms;

    Joining(OwnRegistrations own, Activities activities, Attending attending, Rooms rooms) {
        this.own = own;
        this.activities = activities;
        this.attending = attending;
        this.rooms = rooms;
    }

    record Visit(Registration registration, Activity activity, JoinState state) {}

    /** Looks only: mail scanners follow links, and following a link is not coming. */
    Visit look(String token, SessionId sessionId) {
        Registration registration = own.byJoinToken(token);
        Activity activity = activities.find(registration.activity()).orElseThrow();
        Session session = activity.session(sessionId)
                .orElseThrow(() -> Refusal.notFound("This link is not valid: the activity has no such session."));
        boolean admitted = registration.status() == RegistrationStatus.CONFIRMED && registration.includes(session.id());
        return new Visit(registration, activity, rooms.forParticipant(activity, session, admitted));
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
}
