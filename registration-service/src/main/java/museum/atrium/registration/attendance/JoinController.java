package museum.atrium.registration.attendance;

import java.util.Locale;
import java.util.UUID;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.pages.PersonalPage;
import museum.atrium.registration.pages.SessionTimes;
import museum.atrium.registration.programme.SessionId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@PersonalPage
@RequestMapping("/join/{token}/{session}")
class JoinController {

    private final Joining joining;
    private final Page page;

    JoinController(Joining joining, Page page) {
        this.joining = joining;
        this.page = page;
    }

    @GetMapping
    ResponseEntity<String> look(@PathVariable String token, @PathVariable UUID session) {
        return show(joining.look(token, new SessionId(session)), HttpStatus.OK);
    }

    @PostMapping
    ResponseEntity<String> join(@PathVariable String token, @PathVariable UUID session) {
        Joining.Visit visit = joining.join(token, new SessionId(session));
        if (visit.state() instanceof JoinState.Open open) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(open.room())
                    .build();
        }
        return show(visit, HttpStatus.CONFLICT);
    }

    private ResponseEntity<String> show(Joining.Visit visit, HttpStatus status) {
        Locale language = Locale.forLanguageTag(visit.registration().person().language());
        SessionTimes times =
                new SessionTimes(language, visit.registration().person().timeZone());
        Page.Content content = page.of("join", language)
                .with("state", visit.state().getClass().getSimpleName())
                .with(
                        "title",
                        page.text(visit.activity().title(), visit.activity().language(), language))
                .with("when", times.span(visit.state().session()))
                .with("start", visit.state().session().startsAt());
        return switch (visit.state()) {
            case JoinState.Early early ->
                content.with("opens", times.moment(early.opensAt())).answer(status);
            // A form's answer is followed only to where the policy lets forms go.
            case JoinState.Open open -> content.formsMayLeadTo(open.room()).answer(status);
            case JoinState.Over over -> content.answer(status);
            case JoinState.SessionCancelled cancelled -> content.answer(status);
            case JoinState.NoPlace none -> content.answer(status);
            case JoinState.NoRoom none -> content.answer(status);
        };
    }
}
