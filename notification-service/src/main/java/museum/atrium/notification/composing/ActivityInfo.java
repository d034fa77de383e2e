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
        Map<String, Map<String, String>> texts) {

    /** With the standard texts. */
    public ActivityInfo(
            UUID id,
            String slug,
            String kind,
            Map<String, String> title,
            Map<String, String> summary,
            String language,
            List<String> organizers,
            @Nullable Duration placeOffers) {
        this(id, slug, kind, title, summary, language, organizers, placeOffers, Map.of());
    }

    /** The same activity with other texts. */
    public ActivityInfo saying(Map<String, Map<String, String>> others) {
        return new ActivityInfo(id, slug, kind, title, summary, language, organizers, placeOffers, others);
    }

    public ActivityInfo {
        texts = Map.copyOf(texts);
        title = Map.copyOf(title);
        summary = Map.copyOf(summary);
        organizers = List.copyOf(organizers);
    }

    boolean isSeries() {
        return kind.equals("SERIES");
    }
}
