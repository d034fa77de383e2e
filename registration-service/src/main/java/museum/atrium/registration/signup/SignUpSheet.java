package museum.atrium.registration.signup;

import java.text.Collator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.pages.SessionTimes;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.LocalizedText;
import museum.atrium.registration.programme.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The form on an activity's public page, and what was entered in it.
 *
 * @param sessions to choose from; empty: there is no choice
 * @param timeZones to choose from for the mails
 * @param timeZone of the first session: who comes to it from nearby need not choose
 * @param byCode whether a code is needed
 * @param domains that an address must be of; empty: any
 * @param wrong names of the fields that were refused
 * @param problem the last part of a message's name; empty: there is none
 */
public record SignUpSheet(
        AnswersForm answers,
        List<Box> sessions,
        List<Country> countries,
        Set<String> timeZones,
        String timeZone,
        boolean byCode,
        String domains,
        Attempt attempt,
        Set<String> wrong,
        String problem) {

    private static final String FORM = "sign-up";

    /**
     * @param full there is no place in it; empty: there is, else the last part of a message's name
     * @param clashes titles of those at the same time
     */
    record Box(String id, String title, String when, boolean ticked, String full, List<String> clashes) {}

    record Country(String code, String name) {}

    /** Whether what is wrong has to do with that field. */
    public boolean isWrong(String field) {
        return wrong.contains(field);
    }

    /**
     * How it is shown.
     *
     * @param wording the page's language
     * @param text of several languages in one that its reader reads
     */
    public record Showing(Locale wording, Function<LocalizedText, String> text, Instant now) {}

    /** As somebody finds it who comes to the page. */
    public static SignUpSheet empty(Activity activity, Showing showing) {
        return sheet(activity, showing, Attempt.NONE, "");
    }

    /** With what was entered, and why it was not taken. */
    public static SignUpSheet refused(
            Activity activity, Showing showing, MultiValueMap<String, String> fields, Refusal refusal) {
        return sheet(activity, showing, new Attempt(FORM, fields, refusal), problem(refusal));
    }

    private static String problem(Refusal refusal) {
        return switch (refusal.slug()) {
            case "invalid", "full", "sign-up-closed" -> refusal.slug();
            case "too-many-requests", "proof-required" -> "too-many";
            default -> "other";
        };
    }

    private static SignUpSheet sheet(Activity activity, Showing showing, Attempt attempt, String problem) {
        ZoneId zone = activity.scheduledSessions().stream()
                .findFirst()
                .map(Session::timeZone)
                .orElse(ZoneId.of("UTC"));
        return new SignUpSheet(
                AnswersForm.of(activity.form(), attempt, showing.text()),
                FormSignUps.choice(activity, showing.now()).stream()
                        .map(session -> box(activity, session, showing, attempt))
                        .toList(),
                countries(showing.wording()),
                ChangeForm.timeZones(zone),
                zone.getId(),
                activity.signUp().invitationOnly(),
                String.join(", ", activity.signUp().allowedDomains()),
                attempt,
                wrong(attempt.refusal()),
                problem);
    }

    private static Box box(Activity activity, Session session, Showing showing, Attempt attempt) {
        return new Box(
                session.id().toString(),
                showing.text().apply(activity.titleOf(session)),
                new SessionTimes(showing.wording(), session.timeZone()).span(session),
                attempt.ticks("sessions", session.id(), !session.places().isFull()),
                !session.places().isFull() ? "" : activity.signUp().waitlist() ? "waits" : "full",
                activity.clashesWith(session).stream()
                        .flatMap(other -> activity.session(other).stream())
                        .map(other -> showing.text().apply(activity.titleOf(other)))
                        .toList());
    }

    /** A finding about one of several values is one about their field. */
    private static Set<String> wrong(@Nullable Refusal refusal) {
        return refusal == null
                ? Set.of()
                : refusal.errors().stream()
                        .map(FieldError::field)
                        .map(field -> field.replaceAll("\\[\\d+]$", ""))
                        .collect(Collectors.toSet());
    }

    private static List<Country> countries(Locale wording) {
        return Stream.of(Locale.getISOCountries())
                .map(code -> new Country(
                        code, new Locale.Builder().setRegion(code).build().getDisplayCountry(wording)))
                .sorted(Comparator.comparing(Country::name, Collator.getInstance(wording)))
                .toList();
    }
}
