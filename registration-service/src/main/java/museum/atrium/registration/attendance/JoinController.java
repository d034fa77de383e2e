package museum.atrium.registration.attendance;

import java.util.UUID;
import museum.atrium.registration.pages.PersonalPage;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.rooms.JoinState;
import museum.atrium.registration.rooms.RoomPage;
import museum.atrium.registration.signup.Person;
import museum.atrium.registration.speakers.HostDoor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Speakers have such links too, in the same mails and calendar entries; they come in as hosts, and are not counted. */
@PersonalPage
@RequestMapping("/join/{token}/{session}")
class JoinController {

    private final Joining joining;
    private final HostDoor hosts;
    private final RoomPage page;

    JoinController(Joining joining, HostDoor hosts, RoomPage page) {
        this.joining = joining;
        this.hosts = hosts;
        this.page = page;
    }

    @GetMapping
    ResponseEntity<String> look(@PathVariable String token, @PathVariable UUID session) {
        SessionId id = new SessionId(session);
        return hosts.look(token, id).orElseGet(() -> show(joining.look(token, id), HttpStatus.OK));
    }

    @PostMapping
    ResponseEntity<String> join(@PathVariable String token, @PathVariable UUID session) {
        SessionId id = new SessionId(session);
        return hosts.enter(token, id).orElseGet(() -> enter(joining.join(token, id)));
    }

    private ResponseEntity<String> enter(Joining.Visit visit) {
        if (visit.state() instanceof JoinState.Open open) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(open.room())
                    .build();
        }
        return show(visit, HttpStatus.CONFLICT);
    }

    private ResponseEntity<String> show(Joining.Visit visit, HttpStatus status) {
        Person person = visit.registration().person();
        RoomPage.Visitor visitor =
                new RoomPage.Visitor(RoomPage.Role.PARTICIPANT, person.language(), person.timeZone());
        return page.of(visitor, visit.activity(), visit.state(), status);
    }
}
