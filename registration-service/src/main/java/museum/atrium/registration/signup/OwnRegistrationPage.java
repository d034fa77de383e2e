package museum.atrium.registration.signup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import museum.atrium.pages.PageReader;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.pages.SessionTimes;
import museum.atrium.registration.pages.TimeZones;
import museum.atrium.registration.programme.Activity;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The page behind a personal link, whatever it is that one is registered for. */
@Component
class OwnRegistrationPage {

    private final OwnRegistrations own;
    private final SubscriptionPage subscriptions;
    private final TakeoverPage takeovers;
    private final HeldCertificates certificates;
    private final Page page;

    OwnRegistrationPage(
            OwnRegistrations own,
            SubscriptionPage subscriptions,
            TakeoverPage takeovers,
            HeldCertificates certificates,
            Page page) {
        this.own = own;
        this.subscriptions = subscriptions;
        this.takeovers = takeovers;
        this.certificates = certificates;
        this.page = page;
    }

    ResponseEntity<String> of(String token, Registration registration, Attempt attempt) {
        return of(token, registration, attempt, false);
    }

    /** @param saved whether it is shown because a change was just made, which the page then says */
    ResponseEntity<String> of(String token, Registration registration, Attempt attempt, boolean saved) {
        Activity activity = own.activityOf(registration);
        if (registration.takeover() != null) {
            return takeovers.of(token, registration, registration.takeover(), attempt);
        }
        if (activity.isSeries()) {
            return subscriptions.of(token, registration, activity, attempt, saved);
        }
        Person person = registration.person();
        Locale language = page.languageOf(person.language());
        boolean changeable = activity.isPublished() && registration.isActive();
        return page.of("registration", language)
                .heldBy(activity.network())
                .with("status", state(registration, activity))
                .with("asked", asked(registration, activity))
                .with("until", until(registration, language))
                .with("changeable", changeable)
                .with("cancellable", changeable && !isOver(activity))
                .with("activityPage", activity.isPublished() ? "/programme/" + activity.slug() : "")
                .with("certified", certificates.holdsValid(registration.id()))
                .with("movable", changeable && isProven(registration))
                .with("transferable", changeable && hasSomethingToPassOn(registration, activity, page.now()))
                .with("title", page.text(activity.title(), activity.language(), language))
                .with("person", person)
                .with("path", "/registrations/" + token)
                .with("attempt", attempt)
                .with("problem", problem(attempt))
                .with("saved", saved)
                .with("countries", Country.all(PageReader.language(language)))
                .with("languages", ChangeForm.languages(person))
                .with("timeZones", TimeZones.with(person.timeZone()))
                .with("choice", ChangeForm.offersChoice(activity))
                .with("lines", SessionLine.of(registration, activity, own, page))
                .with("keptUntil", keptUntil(registration, activity, language))
                .with("form", AnswersForm.of(registration, activity, page, attempt.at("answers")))
                .answer(attempt.refusal());
    }

    private boolean isOver(Activity activity) {
        return activity.endsAt().filter(end -> !end.isAfter(page.now())).isPresent();
    }

    private String keptUntil(Registration registration, Activity activity, Locale language) {
        ZoneId zone = registration.person().timeZone();
        return own.keptUntil(activity)
                .map(end -> end.isBefore(page.now()) ? page.now() : end)
                .map(end -> new SessionTimes(language, zone).day(LocalDate.ofInstant(end, zone)))
                .orElse("");
    }

    static String until(Registration registration, Locale language) {
        Instant answerBy = registration.standing().answerBy();
        return answerBy == null
                ? ""
                : new SessionTimes(language, registration.person().timeZone()).moment(answerBy);
    }

    static boolean isProven(Registration registration) {
        return !(registration.standing() instanceof Standing.AwaitingAddress);
    }

    private static boolean hasSomethingToPassOn(Registration registration, Activity activity, Instant now) {
        boolean has = registration.standing() instanceof Standing.Confirmed
                || registration.standing() instanceof Standing.Waiting;
        return has
                && !activity.signUp().approval()
                && activity.scheduledSessions().stream()
                        .anyMatch(session -> session.endsAt().isAfter(now));
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

    /** A key of the pages' messages; empty: there is nothing to say. */
    private static String problem(Attempt attempt) {
        if (attempt.refusal() == null) {
            return "";
        }
        return switch (attempt.refusal().slug()) {
            case "full", "too-late", "not-transferable" ->
                "registration.problem." + attempt.refusal().slug();
            case "too-many-requests", "proof-required" -> "registration.problem.too-many";
            case "invalid" ->
                switch (attempt.form()) {
                    case "change" -> "registration.problem.invalid";
                    case "answers", "confirmation" -> "takeover.problem.invalid";
                    default -> "subscription.problem.invalid";
                };
            default -> "registration.problem.other";
        };
    }
}
