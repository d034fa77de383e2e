package museum.atrium.registration.signup;

import java.util.Locale;
import museum.atrium.http.Refusal;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.pages.TimeZones;
import museum.atrium.registration.programme.Activity;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Where somebody says whether they want what another person would pass on to them, or their own mails at this address. */
@Component
class TakeoverPage {

    private final OwnRegistrations own;
    private final Page page;

    TakeoverPage(OwnRegistrations own, Page page) {
        this.own = own;
        this.page = page;
    }

    ResponseEntity<String> of(String token, Registration registration, Takeover takeover, Attempt attempt) {
        Activity activity = own.activityOf(registration);
        Person person = registration.person();
        Locale language = page.languageOf(person.language());
        return page.of("takeover", language)
                .heldBy(activity.network())
                .with("as", takeover.as() == Takeover.As.COLLEAGUE ? "colleague" : "address")
                .with("until", OwnRegistrationPage.until(registration, language))
                .with("title", page.text(activity.title(), activity.language(), language))
                .with("person", person)
                .with("path", "/registrations/" + token)
                .with("attempt", attempt)
                .with("problem", attempt.refusal() == null ? "" : problem(attempt.refusal()))
                .with("languages", ChangeForm.languages(person))
                .with("timeZones", TimeZones.with(person.timeZone()))
                .with("lines", SessionLine.of(registration, activity, own, page))
                .with("form", AnswersForm.of(registration, activity, page, attempt.at("confirmation")))
                .answer(attempt.refusal());
    }

    /** It moved to this address; the link that was followed is worth nothing any more. */
    ResponseEntity<String> moved(Registration registration) {
        return page.of("moved", page.languageOf(registration.person().language()))
                .heldBy(own.activityOf(registration).network())
                .answer(HttpStatus.OK);
    }

    /** The end of a key in the pages' messages. */
    private static String problem(Refusal refusal) {
        return switch (refusal.slug()) {
            case "invalid", "too-late", "taken-back" -> refusal.slug();
            default -> "other";
        };
    }
}
