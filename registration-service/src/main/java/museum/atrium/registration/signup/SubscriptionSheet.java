package museum.atrium.registration.signup;

import java.time.ZoneId;
import java.util.Set;
import java.util.function.Function;
import museum.atrium.http.Refusal;
import museum.atrium.registration.pages.TimeZones;
import museum.atrium.registration.pages.Told;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.LocalizedText;
import org.springframework.util.MultiValueMap;

/**
 * The form on the public page of a series by which one subscribes to it, and what was entered in it.
 *
 * @param answers a series asks nothing, and tells what becomes of the data
 * @param timeZones to choose from for the mails
 * @param timeZone that is chosen already
 * @param problem the last part of a message's name; empty: there is none
 */
public record SubscriptionSheet(
        AnswersForm answers, Set<String> timeZones, String timeZone, Attempt attempt, String problem) {

    private static final String FORM = "subscription";

    /**
     * How it is shown.
     *
     * @param text of several languages in one that its reader reads
     * @param zone of what comes next in the series: who comes to it from nearby need not choose
     */
    public record Showing(Function<LocalizedText, Told> text, ZoneId zone) {}

    /** As somebody finds it who comes to the page. */
    public static SubscriptionSheet empty(Activity series, Showing showing) {
        return sheet(series, showing, Attempt.NONE);
    }

    /** With what was entered, and why it was not taken. */
    public static SubscriptionSheet refused(
            Activity series, Showing showing, MultiValueMap<String, String> fields, Refusal refusal) {
        return sheet(series, showing, new Attempt(FORM, fields, refusal));
    }

    private static SubscriptionSheet sheet(Activity series, Showing showing, Attempt attempt) {
        return new SubscriptionSheet(
                AnswersForm.of(series.form(), attempt, showing.text()),
                TimeZones.with(showing.zone()),
                showing.zone().getId(),
                attempt,
                attempt.problem());
    }
}
