package museum.atrium.registration.signup;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import museum.atrium.http.Refusal;
import museum.atrium.registration.pages.SessionTimes;
import museum.atrium.registration.pages.TimeZones;
import museum.atrium.registration.pages.Told;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.LocalizedText;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SignUpState;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The form on an activity's public page, and what was entered in it.
 *
 * @param sessions to choose from; empty: there is no choice
 * @param timeZones to choose from for the mails
 * @param timeZone the reader's, or else that of the first session: who comes to it from nearby need not choose
 * @param byCode whether a code is needed
 * @param domains that an address must be of; empty: any
 * @param kept how long after the end of the activity; empty: nothing is said of it
 * @param next what happens when it is sent, in order, by the last part of a message's name
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
        List<Kept> kept,
        List<String> next,
        Attempt attempt,
        String problem) {

    private static final String FORM = "sign-up";

    /**
     * @param full there is no place in it; empty: there is, else the last part of a message's name
     * @param clashes titles of those at the same time
     */
    record Box(String id, Told title, String when, boolean ticked, String full, List<String> clashes) {}

    /**
     * How it is shown.
     *
     * @param wording the page's language
     * @param timeZone that the reader is in; null: nobody knows
     * @param text of several languages in one that its reader reads
     * @param kept how long personal data is kept after the end of the activity; empty: there is no such period
     */
    public record Showing(
            Locale wording,
            @Nullable ZoneId timeZone,
            Function<LocalizedText, Told> text,
            Optional<Period> kept,
            Instant now) {

        private ZoneId timeZoneOr(ZoneId other) {
            return timeZone == null ? other : timeZone;
        }
    }

    /** As somebody finds it who comes to the page. */
    public static SignUpSheet empty(Activity activity, Showing showing) {
        return sheet(activity, showing, Attempt.NONE);
    }

    /** With what was entered, and why it was not taken. */
    public static SignUpSheet refused(
            Activity activity, Showing showing, MultiValueMap<String, String> fields, Refusal refusal) {
        return sheet(activity, showing, new Attempt(FORM, fields, refusal));
    }

    private static SignUpSheet sheet(Activity activity, Showing showing, Attempt attempt) {
        ZoneId zone = showing.timeZoneOr(activity.scheduledSessions().stream()
                .findFirst()
                .map(Session::timeZone)
                .orElse(ZoneId.of("UTC")));
        return new SignUpSheet(
                AnswersForm.of(activity.form(), attempt, showing.text()),
                FormSignUps.choice(activity, showing.now()).stream()
                        .map(session -> box(activity, session, showing, attempt))
                        .toList(),
                Country.all(showing.wording()),
                TimeZones.with(zone),
                zone.getId(),
                activity.signUp().invitationOnly(),
                String.join(", ", activity.signUp().allowedDomains()),
                showing.kept().map(Kept::of).orElse(List.of()),
                next(activity, activity.signUpState(showing.now())),
                attempt,
                attempt.problem());
    }

    private static List<String> next(Activity activity, SignUpState state) {
        List<String> next = new ArrayList<>();
        if (state == SignUpState.INTEREST) {
            next.add("interest");
        } else {
            if (activity.signUp().doubleOptIn()) {
                next.add("address");
            }
            next.add(activity.signUp().approval() ? "approval" : state == SignUpState.WAITLIST ? "waitlist" : "place");
        }
        next.add("own");
        return next;
    }

    private static Box box(Activity activity, Session session, Showing showing, Attempt attempt) {
        return new Box(
                session.id().toString(),
                showing.text().apply(activity.titleOf(session)),
                new SessionTimes(showing.wording(), showing.timeZoneOr(session.timeZone())).span(session),
                attempt.ticks("sessions", session.id(), !session.places().isFull()),
                !session.places().isFull() ? "" : activity.signUp().waitlist() ? "waits" : "full",
                activity.clashesWith(session).stream()
                        .flatMap(other -> activity.session(other).stream())
                        .map(other ->
                                showing.text().apply(activity.titleOf(other)).text())
                        .toList());
    }
}
