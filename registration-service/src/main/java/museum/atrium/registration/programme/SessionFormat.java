package museum.atrium.registration.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a session is held.
 *
 * @param selfPaced a module that each goes through in their own time between its start and its end: no live room, no
 *     reminder, no calendar entry, no clash
 * @param language BCP 47; null: the activity's
 * @param interpretation BCP 47; the languages that it is interpreted into
 */
public record SessionFormat(
        boolean selfPaced, @Nullable String language, List<String> interpretation, List<Material> materials) {}
