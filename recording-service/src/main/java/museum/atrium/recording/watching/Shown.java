package museum.atrium.recording.watching;

import java.util.List;
import museum.atrium.recording.audience.KnownActivity;
import org.jspecify.annotations.Nullable;

/** What a viewer gets to see. */
sealed interface Shown {

    /** There is no such activity, or nothing of it is published. */
    record Nothing() implements Shown {}

    /** Something is published, and none of it is for this viewer. */
    record Closed(KnownActivity activity) implements Shown {}

    /** What this viewer may watch, and how many more there are for others. */
    record Open(KnownActivity activity, List<Item> items, int hidden) implements Shown {}

    /**
     * One recording of the page: either media or a link.
     *
     * @param media its address below this origin
     */
    record Item(
            String title,
            String language,
            @Nullable String media,
            @Nullable String mediaType,
            boolean audible,
            @Nullable String link) {}

    static Shown of(KnownActivity activity, List<Item> visible, int hidden) {
        return visible.isEmpty() ? new Closed(activity) : new Open(activity, visible, hidden);
    }
}
