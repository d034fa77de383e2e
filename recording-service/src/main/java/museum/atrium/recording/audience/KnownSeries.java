package museum.atrium.recording.audience;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A series of activities; its texts by language tag.
 *
 * @param language null as long as only activities of it were told of
 * @param summary empty likewise
 */
public record KnownSeries(
        UUID id, String slug, @Nullable String language, Map<String, String> title, Map<String, String> summary) {

    public KnownSeries {
        title = Map.copyOf(title);
        summary = Map.copyOf(summary);
    }

    /** In its own language. */
    public String titleOnce() {
        return Translations.pick(title, slug, language, "en");
    }

    /** As {@link #titleOnce}; empty when there is none. */
    public String summaryOnce() {
        return Translations.pick(summary, "", language, "en");
    }
}
