package museum.atrium.notification.composing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says about the activity.
 *
 * @param kind WEBINAR, TRAINING, CONFERENCE, COURSE or SERIES; another one is shown as a plain activity
 * @param title by language tag (BCP 47)
 * @param summary by language tag, or empty
 * @param language the activity's own language, which stands in where the recipient's is missing
 * @param organizers names of the organisations that organise it
 * @param placeOffers for how long a free place is offered; null where it is given at once
 * @param texts what its organiser has mails say instead of the wording, by the wording's language and key
 * @param sessions how many it has, whatever became of them and however many of them a mail shows
 */
public record ActivityInfo(
        UUID id,
        String slug,
        String kind,
        Map<String, String> title,
        Map<String, String> summary,
        String language,
        List<String> organizers,
        @Nullable Duration placeOffers,
        Map<String, Map<String, String>> texts,
        int sessions) {

    /** With the standard texts, and one session at most. */
    public ActivityInfo(
            UUID id,
            String slug,
            String kind,
            Map<String, String> title,
            Map<String, String> summary,
            String language,
            List<String> organizers,
            @Nullable Duration placeOffers) {
        this(id, slug, kind, title, summary, language, organizers, placeOffers, Map.of(), 1);
    }

    /** The same activity with other texts. */
    public ActivityInfo saying(Map<String, Map<String, String>> others) {
        return new ActivityInfo(id, slug, kind, title, summary, language, organizers, placeOffers, others, sessions);
    }

    public ActivityInfo {
        texts = Map.copyOf(texts);
        title = Map.copyOf(title);
        summary = Map.copyOf(summary);
        organizers = List.copyOf(organizers);
    }

    /** The same activity with that many sessions. */
    public ActivityInfo holding(int others) {
        return new ActivityInfo(id, slug, kind, title, summary, language, organizers, placeOffers, texts, others);
    }

    /** A webinar of one session is that session, and needs no second name for it. */
    boolean isItsOnlySession() {
        return kind.equals("WEBINAR") && sessions <= 1;
    }

    boolean isSeries() {
        return kind.equals("SERIES");
    }
}
