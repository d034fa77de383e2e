package museum.atrium.notification.composing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a session is held.
 *
 * @param selfPaced a module that each goes through in their own time: it belongs into nobody's calendar
 * @param language BCP 47; null: the activity's
 * @param interpretation BCP 47; the languages that it is interpreted into
 */
public record Manner(boolean selfPaced, @Nullable String language, List<String> interpretation) {

    public static final Manner LIVE = new Manner(false, null, List.of());
}
