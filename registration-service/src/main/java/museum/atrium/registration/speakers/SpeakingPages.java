package museum.atrium.registration.speakers;

import java.net.URI;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.registration.pages.PersonalPage;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.rooms.JoinState;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the link in a speaker's mail leads: the invitation, the buttons that answer it, the way into the rooms. */
@PersonalPage
@RequestMapping("/speaking/{token}")
class SpeakingPages {

    private final OwnInvitations own;
    private final AnsweringInvitations answering;
    private final HostDoor door;
    private final SpeakingPage speaking;

    SpeakingPages(OwnInvitations own, AnsweringInvitations answering, HostDoor door, SpeakingPage speaking) {
        this.own = own;
        this.answering = answering;
        this.door = door;
        this.speaking = speaking;
    }

    @GetMapping
    ResponseEntity<String> show(@PathVariable String token) {
        return speaking.of(token, own.byToken(token), null);
    }

    @PostMapping("/acceptance")
    ResponseEntity<String> accept(@PathVariable String token) {
        return answer(token, true);
    }

    @PostMapping("/refusal")
    ResponseEntity<String> decline(@PathVariable String token) {
        return answer(token, false);
    }

    /** To the room as its host; on the page stands why not now. */
    @PostMapping("/sessions/{session}")
    ResponseEntity<String> start(@PathVariable String token, @PathVariable UUID session) {
        SpeakerInvitation invitation = own.byToken(token);
        if (door.at(invitation, new SessionId(session)) instanceof JoinState.Open open) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(open.room())
                    .build();
        }
        return speaking.of(
                token, invitation, Refusal.conflict("room-closed", "The room of this session is not open now."));
    }

    private ResponseEntity<String> answer(String token, boolean accepts) {
        SpeakerInvitation invitation = own.byToken(token);
        try {
            answering.answer(invitation, accepts);
        } catch (Refusal refusal) {
            return speaking.of(token, invitation, refusal);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/speaking/" + token))
                .build();
    }
}
