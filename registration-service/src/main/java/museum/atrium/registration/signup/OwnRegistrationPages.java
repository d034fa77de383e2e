package museum.atrium.registration.signup;

import java.net.URI;
import java.util.Comparator;
import java.util.Locale;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.pages.SessionTimes;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Session;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the link in a mail leads: one's own registration, and the button that cancels it. */
@Controller
@RequestMapping("/registrations/{token}")
class OwnRegistrationPages {

    private final OwnRegistrations own;
    private final ChangingRegistration changing;
    private final Activities activities;
    private final Page page;

    OwnRegistrationPages(OwnRegistrations own, ChangingRegistration changing, Activities activities, Page page) {
        this.own = own;
        this.changing = changing;
        this.activities = activities;
        this.page = page;
    }

    record SessionLine(String title, String when, String start, boolean cancelled) {}

    @GetMapping
    ResponseEntity<String> show(@PathVariable String token) {
        Registration registration = own.byManageToken(token);
        Activity activity = activities.find(registration.activity()).orElseThrow();
        Locale language = Locale.forLanguageTag(registration.person().language());
        SessionTimes times = new SessionTimes(language, registration.person().timeZone());
        return page.of("registration", language)
                .with("status", activity.isPublished() ? registration.status().name() : "ACTIVITY_CANCELLED")
                .with("cancellable", activity.isPublished() && registration.isActive())
                .with("title", page.text(activity.title(), activity.language(), language))
                .with("name", registration.person().name())
                .with("cancelPath", "/registrations/" + token + "/cancellation")
                .with(
                        "sessions",
                        activity.sessions().stream()
                                .filter(session -> registration.includes(session.id()))
                                .sorted(Comparator.comparing(Session::startsAt))
                                .map(session -> new SessionLine(
                                        page.text(activity.titleOf(session), activity.language(), language),
                                        times.span(session),
                                        session.startsAt().toString(),
                                        !session.takesPlace()))
                                .toList())
                .answer(HttpStatus.OK);
    }

    @PostMapping("/cancellation")
    ResponseEntity<Void> cancel(@PathVariable String token) {
        changing.cancel(own.byManageToken(token));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/registrations/" + token))
                .build();
    }
}
