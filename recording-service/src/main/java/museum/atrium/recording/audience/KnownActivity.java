package museum.atrium.recording.audience;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** An activity as its service published it; its title by language tag. */
public record KnownActivity(UUID id, String slug, String language, Map<String, String> title, List<UUID> sessions) {

    public KnownActivity {
        title = Map.copyOf(title);
        sessions = List.copyOf(sessions);
    }

    /** In the reader's language, else the activity's own, else any. */
    public String titleFor(Locale reader) {
        return title.getOrDefault(
                reader.getLanguage(),
                title.getOrDefault(language, title.values().stream().findFirst().orElse(slug)));
    }
}
