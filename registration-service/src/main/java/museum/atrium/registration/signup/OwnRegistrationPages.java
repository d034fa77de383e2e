package museum.atrium.registration.signup;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import museum.atrium.http.Refusal;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.pages.PersonalPage;
import museum.atrium.registration.pages.SessionTimes;
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
    private final Answering answering;
    private final SubscriptionPage subscriptions;
    private final Page page;

    OwnRegistrationPages(
            OwnRegistrations own,
            ChangingRegistration changing,
            Answering answering,
            SubscriptionPage subscriptions,
            Page page) {
        this.own = own;
        this.changing = changing;
        this.answering = answering;
        this.subscriptions = subscriptions;
        this.page = page;
    }

    /** @param choosable whether it can be ticked or unticked */
    record SessionLine(
            SessionId id,
            String title,
            String when,
            String start,
            boolean cancelled,
            boolean chosen,
            boolean choosable,
            boolean selfPaced,
            List<String> clashes,
            List<MaterialLine> materials) {}

    record MaterialLine(String title, String url) {}

    @GetMapping
    ResponseEntity<String> show(@PathVariable String token) {
        return page(token, own.byManageToken(token), null);
    }

    /** What cannot be changed is said on the page, with what was stored before. */
    @PostMapping("/change")
    ResponseEntity<String> change(@PathVariable String token, @RequestParam MultiValueMap<String, String> fields) {
        Registration registration = own.byManageToken(token);
        try {
            Activity activity = own.activityOf(registration);
            changing.change(registration, choice -> ChangeForm.read(fields, choice, activity));
        } catch (Refusal refusal) {
            return page(token, registration, refusal);
        }
        return back(token);
    }

    @PostMapping("/confirmation")
    ResponseEntity<String> confirm(@PathVariable String token) {
        Registration registration = own.byManageToken(token);
        try {
            answering.accept(registration);
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

    private ResponseEntity<String> page(String token, Registration registration, @Nullable Refusal refusal) {
        Activity activity = own.activityOf(registration);
        if (activity.isSeries()) {
            return subscriptions.of(token, registration, activity, refusal);
        }
        Person person = registration.person();
        Locale language = Locale.forLanguageTag(person.language());
        List<SessionLine> lines = lines(registration, activity, language);
        return page.of("registration", language)
                .with("status", state(registration, activity))
                .with("asked", asked(registration, activity))
                .with("until", until(registration, language))
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
        Instant now = page.now();
        return activity.sessions().stream()
                .sorted(Comparator.comparing(Session::startsAt))
                .map(session -> new SessionLine(
                        session.id(),
                        page.text(activity.titleOf(session), activity.language(), language),
                        times.span(session),
                        session.startsAt().toString(),
                        !session.takesPlace(),
                        registration.includes(session.id()),
                        session.takesPlace() && session.endsAt().isAfter(now),
                        session.format().selfPaced(),
                        registration.clashes(activity, session).stream()
                                .flatMap(other -> activity.session(other).stream())
                                .map(other -> page.text(activity.titleOf(other), activity.language(), language))
                                .toList(),
                        registration.materials(session).stream()
                                .map(material -> new MaterialLine(
                                        page.text(material.title(), activity.language(), language),
                                        material.url().toString()))
                                .toList()))
                .toList();
    }

    private static String state(Registration registration, Activity activity) {
        if (!activity.isPublished()) {
            return "ACTIVITY_CANCELLED";
        }
        return switch (registration.standing()) {
            case Standing.AwaitingAddress pending -> "PENDING_ADDRESS";
            case Standing.AwaitingApproval pending -> "PENDING_APPROVAL";
            case Standing.Interested interested -> activity.scheduledSessions().isEmpty() ? "INTERESTED" : "DATED";
            case Standing.Waiting waiting -> waiting.offeredUntil() == null ? "WAITLISTED" : "OFFERED";
            case Standing.Confirmed confirmed -> "CONFIRMED";
            case Standing.Cancelled cancelled -> "CANCELLED";
        };
    }

    /** What the button asks for that says yes; empty: there is nothing to say yes to. */
    private static String asked(Registration registration, Activity activity) {
        return switch (state(registration, activity)) {
            case "PENDING_ADDRESS", "DATED" -> "confirm";
            case "OFFERED" -> "accept";
            default -> "";
        };
    }

    static String until(Registration registration, Locale language) {
        Instant answerBy = registration.standing().answerBy();
        return answerBy == null
                ? ""
                : new SessionTimes(language, registration.person().timeZone()).moment(answerBy);
    }

    /** The end of a key in the pages' messages. */
    private static String problem(Refusal refusal) {
        return switch (refusal.slug()) {
            case "full", "invalid", "too-late" -> refusal.slug();
            default -> "other";
        };
    }
}
