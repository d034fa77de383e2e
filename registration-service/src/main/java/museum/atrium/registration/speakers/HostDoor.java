package museum.atrium.registration.speakers;

import java.util.Optional;
import museum.atrium.http.Refusal;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.rooms.JoinState;
import museum.atrium.registration.rooms.RoomPage;
import museum.atrium.registration.rooms.Rooms;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The way of a speaker into a session's room, as its host. */
@Component
public class HostDoor {

    private final OwnInvitations own;
    private final Activities activities;
    private final Rooms rooms;
    private final RoomPage page;

    HostDoor(OwnInvitations own, Activities activities, Rooms rooms, RoomPage page) {
        this.own = own;
        this.activities = activities;
        this.rooms = rooms;
        this.page = page;
    }

    /**
     * The page before the room.
     *
     * @return empty if the token is none of a speaker's join links
     */
    public Optional<ResponseEntity<String>> look(String token, SessionId session) {
        return own.byJoinToken(token).map(invitation -> show(invitation, at(invitation, session), HttpStatus.OK));
    }

    /**
     * The way in, or the page that says why not now.
     *
     * @return empty if the token is none of a speaker's join links
     */
    public Optional<ResponseEntity<String>> enter(String token, SessionId session) {
        return own.byJoinToken(token).map(invitation -> {
            JoinState state = at(invitation, session);
            return state instanceof JoinState.Open open
                    ? ResponseEntity.status(HttpStatus.SEE_OTHER)
                            .location(open.room())
                            .build()
                    : show(invitation, state, HttpStatus.CONFLICT);
        });
    }

    JoinState at(SpeakerInvitation invitation, SessionId id) {
        Activity activity = activities.find(invitation.activity()).orElseThrow();
        Session session = activity.session(id)
                .orElseThrow(() -> Refusal.notFound("This link is not valid: the activity has no such session."));
        return rooms.forHost(activity, session, invitation.leads(id));
    }

    private ResponseEntity<String> show(SpeakerInvitation invitation, JoinState state, HttpStatus status) {
        Invitee invitee = invitation.invitee();
        RoomPage.Visitor visitor = new RoomPage.Visitor(RoomPage.Role.HOST, invitee.language(), invitee.timeZone());
        return page.of(visitor, activities.find(invitation.activity()).orElseThrow(), state, status);
    }
}
