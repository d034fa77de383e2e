package museum.atrium.registration.signup;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import museum.atrium.http.Refusal;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.pages.SessionTimes;
import museum.atrium.registration.pages.TimeZones;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.SeriesProgramme;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SignUpState;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** One's own registration where it is the subscription of a series: what is coming, and the button that ends it. */
@Component
class SubscriptionPage {

    private final Page page;
    private final SeriesProgramme programme;
    private final OwnSignUps signUps;

    SubscriptionPage(Page page, SeriesProgramme programme, OwnSignUps signUps) {
        this.page = page;
        this.programme = programme;
        this.signUps = signUps;
    }

    /**
     * @param when empty: not known yet
     * @param start as machines read it
     */
    record Line(String slug, String title, String when, String start, boolean signedUp, boolean waitlist) {}

    ResponseEntity<String> of(
            String token, Registration subscription, Activity series, Attempt attempt, boolean saved) {
        Person person = subscription.person();
        Locale language = page.languageOf(person.language());
        return page.of("subscription", language)
                .heldBy(series.network())
                .with("status", state(subscription))
                .with("until", OwnRegistrationPage.until(subscription, language))
                .with("title", page.text(series.title(), series.language(), language))
                .with("person", person)
                .with("movable", registeredAndProven(subscription))
                .with("path", "/registrations/" + token)
                .with("attempt", attempt)
                .with("problem", attempt.refusal() == null ? "" : problem(attempt.refusal()))
                .with("saved", saved)
                .with("languages", ChangeForm.languages(person))
                .with("timeZones", TimeZones.with(person.timeZone()))
                .with("lines", lines(subscription, series, language))
                .answer(attempt.refusal());
    }

    private static boolean registeredAndProven(Registration subscription) {
        return subscription.isActive() && OwnRegistrationPage.isProven(subscription);
    }

    private static String state(Registration subscription) {
        return switch (subscription.standing()) {
            case Standing.AwaitingAddress pending -> "PENDING";
            case Standing.Cancelled cancelled -> "ENDED";
            case Standing.Interested interested -> "SUBSCRIBED";
            case Standing.AwaitingApproval none -> throw new IllegalStateException("nobody approves of subscriptions");
            case Standing.Confirmed none -> throw new IllegalStateException("a series has no places");
            case Standing.Waiting none -> throw new IllegalStateException("a series has no waitlist");
        };
    }

    /** Those that one can sign up for with a click, or has; only for who is known to own the address. */
    private List<Line> lines(Registration subscription, Activity series, Locale language) {
        if (!(subscription.standing() instanceof Standing.Interested)) {
            return List.of();
        }
        Instant now = page.now();
        Person person = subscription.person();
        List<Activity> upcoming = programme.upcoming(series.id(), now).stream()
                .filter(Activity::isPublished)
                .toList();
        Set<ActivityId> taken =
                signUps.among(upcoming.stream().map(Activity::id).toList(), person.email());
        return upcoming.stream()
                .filter(activity -> taken.contains(activity.id()) || takes(activity, person, now))
                .map(activity -> line(activity, taken.contains(activity.id()), person, language, now))
                .toList();
    }

    private static boolean takes(Activity activity, Person person, Instant now) {
        List<String> domains = activity.signUp().allowedDomains();
        return switch (activity.signUpState(now)) {
            case OPEN, INTEREST, WAITLIST ->
                !activity.signUp().invitationOnly()
                        && !activity.form().demandsAnswers()
                        && (domains.isEmpty() || domains.contains(person.email().domain()));
            case FULL, CLOSED -> false;
        };
    }

    private Line line(Activity activity, boolean signedUp, Person person, Locale language, Instant now) {
        SessionTimes times = new SessionTimes(language, person.timeZone());
        Session next = activity.scheduledSessions().stream()
                .filter(session -> session.endsAt().isAfter(now))
                .findFirst()
                .orElse(null);
        return new Line(
                activity.slug(),
                page.text(activity.title(), activity.language(), language),
                next == null ? "" : times.span(next),
                next == null ? "" : next.startsAt().toString(),
                signedUp,
                activity.signUpState(now) == SignUpState.WAITLIST);
    }

    /** The end of a key in the pages' messages. */
    private static String problem(Refusal refusal) {
        return switch (refusal.slug()) {
            case "full", "invalid", "too-late", "sign-up-closed" -> refusal.slug();
            case "too-many-requests", "proof-required" -> "too-many";
            default -> "other";
        };
    }
}
