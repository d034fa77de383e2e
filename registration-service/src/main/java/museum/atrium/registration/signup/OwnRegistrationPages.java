package museum.atrium.registration.signup;

import java.net.URI;
import museum.atrium.http.Refusal;
import museum.atrium.registration.pages.PersonalPage;
import museum.atrium.registration.programme.Activity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the link in a mail leads: one's own registration, the forms that change it, the button that cancels it. */
@PersonalPage
@RequestMapping("/registrations/{token}")
class OwnRegistrationPages {

    private final OwnRegistrations own;
    private final ChangingRegistration changing;
    private final Answering answering;
    private final OwnRegistrationPage page;
    private final TakeoverPage takeovers;

    OwnRegistrationPages(
            OwnRegistrations own,
            ChangingRegistration changing,
            Answering answering,
            OwnRegistrationPage page,
            TakeoverPage takeovers) {
        this.own = own;
        this.changing = changing;
        this.answering = answering;
        this.page = page;
        this.takeovers = takeovers;
    }

    /** @param saved whatever it says: a change was just made; null: none was */
    @GetMapping
    ResponseEntity<String> show(@PathVariable String token, @RequestParam(required = false) @Nullable String saved) {
        return page.of(token, own.byManageToken(token), Attempt.NONE, saved != null);
    }

    @PostMapping("/change")
    ResponseEntity<String> change(@PathVariable String token, @RequestParam MultiValueMap<String, String> fields) {
        Registration registration = own.byManageToken(token);
        Activity activity = own.activityOf(registration);
        try {
            changing.change(registration, choice -> ChangeForm.read(fields, choice, activity));
        } catch (Refusal refusal) {
            return page.of(token, registration, new Attempt("change", fields, refusal));
        }
        return saved(token);
    }

    @PostMapping("/answers")
    ResponseEntity<String> answer(@PathVariable String token, @RequestParam MultiValueMap<String, String> fields) {
        Registration registration = own.byManageToken(token);
        Activity activity = own.activityOf(registration);
        try {
            changing.change(registration, choice -> choice.answering(fields, activity.form()));
        } catch (Refusal refusal) {
            return page.of(token, registration, new Attempt("answers", fields, refusal));
        }
        return saved(token);
    }

    /** Who gets a colleague's place tells who they are, and answers what is asked, as they say yes. */
    @PostMapping("/confirmation")
    ResponseEntity<String> confirm(@PathVariable String token, @RequestParam MultiValueMap<String, String> fields) {
        Registration registration = own.byManageToken(token);
        Activity activity = own.activityOf(registration);
        try {
            if (registration.takeover() != null && registration.takeover().as() == Takeover.As.COLLEAGUE) {
                changing.change(
                        registration,
                        choice ->
                                ChangeForm.readPerson(fields, choice, activity).answering(fields, activity.form()));
            }
            Registration confirmed = answering.accept(registration);
            return confirmed.id().equals(registration.id()) ? back(token) : takeovers.moved(confirmed);
        } catch (Refusal refusal) {
            return page.of(token, registration, new Attempt("confirmation", fields, refusal));
        }
    }

    @PostMapping("/cancellation")
    ResponseEntity<String> cancel(@PathVariable String token) {
        changing.withdraw(own.byManageToken(token));
        return back(token);
    }

    private static ResponseEntity<String> back(String token) {
        return to("/registrations/" + token);
    }

    private static ResponseEntity<String> saved(String token) {
        return to("/registrations/" + token + "?saved");
    }

    private static ResponseEntity<String> to(String page) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(page))
                .build();
    }
}
