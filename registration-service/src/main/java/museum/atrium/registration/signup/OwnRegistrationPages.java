package museum.atrium.registration.signup;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import museum.atrium.http.Refusal;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.pages.PersonalPage;
import museum.atrium.registration.pages.SessionTimes;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the link in a mail leads: one's own registration, the form that changes it, the button that cancels it. */
@PersonalPage
@RequestMapping("/registrations/{token}")
class OwnRegistrationPages {

    private final OwnRegistrations own;
    private final ChangingRegistration changing;
    private final Activities activities;
    private final Page page;
    private final Clock clock;

    OwnRegistrationPages(
            OwnRegistrations own, ChangingRegistration changing, Activities activities, Page page, Clock clock) {
        this.own = own;
        this.changing = changing;
        this.activities = activities;
        this.page = page;
        this.clock = clock;
    }

    /** @param choosable whether it can be ticked or unticked */
    record SessionLine(
            SessionId id,
            String title,
            String when,
            String start,
            boolean cancelled,
            boolean chosen,
            boolean choosable) {}

    @GetMapping
    ResponseEntity<String> show(@PathVariable String token) {
        return page(token, own.byManageToken(token), null);
    }

    /** What cannot be changed is said on the page, with what was stored before. */
    @PostMapping("/change")
    ResponseEntity<String> change(@PathVariable String token, @RequestParam MultiValueMap<String, String> fields) {
        Registration registration = own.byManageToken(token);
        try {
            Activity activity = activityOf(registration);
            changing.change(registration, choice -> ChangeForm.read(fields, choice, activity));
        } catch (Refusal refusal) {
            return page(token, registration, refusal);
        }
        return back(token);
    }

    @PostMapping("/cancellation")
    ResponseEntity<String> cancel(@PathVariable String token) {
        changing.cancel(own.byManageToken(token));
        return back(token);
    }

    private static ResponseEntity<String> back(String token) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/registrations/" + token))
                .build();
    }

    private Activity activityOf(Registration registration) {
        return activities.find(registration.activity()).orElseThrow();
    }

    private ResponseEntity<String> page(String token, Registration registration, @Nullable Refusal refusal) {
        Activity activity = activityOf(registration);
        Person person = registration.person();
        Locale language = Locale.forLanguageTag(person.language());
        List<SessionLine> lines = lines(registration, activity, language);
        return page.of("registration", language)
                .with("status", activity.isPublished() ? registration.status().name() : "ACTIVITY_CANCELLED")
                .with("changeable", activity.isPublished() && registration.isActive())
                .with("title", page.text(activity.title(), activity.language(), language))
                .with("person", person)
                .with("path", "/registrations/" + token)
                .with("problem", refusal == null ? "" : problem(refusal))
                .with("languages", ChangeForm.languages(person))
                .with("timeZones", ChangeForm.timeZones(person))
                .with("choice", ChangeForm.offersChoice(activity))
                .with("lines", lines)
                .answer(refusal == null ? HttpStatus.OK : refusal.status());
    }

    private List<SessionLine> lines(Registration registration, Activity activity, Locale language) {
        SessionTimes times = new SessionTimes(language, registration.person().timeZone());
        Instant now = clock.instant();
        return activity.sessions().stream()
                .sorted(Comparator.comparing(Session::startsAt))
                .map(session -> new SessionLine(
                        session.id(),
                        page.text(activity.titleOf(session), activity.language(), language),
                        times.span(session),
                        session.startsAt().toString(),
                        !session.takesPlace(),
                        registration.includes(session.id()),
                        session.takesPlace() && session.endsAt().isAfter(now)))
                .toList();
    }

    /** The end of a key in the pages' messages. */
    private static String problem(Refusal refusal) {
        return switch (refusal.slug()) {
            case "full", "invalid" -> refusal.slug();
            default -> "other";
        };
    }
}
