package museum.atrium.recording.processing;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What of a source is shown.
 *
 * @param start null: from its beginning
 * @param end null: to its end
 */
public record Trim(@Nullable Duration start, @Nullable Duration end) {

    public static final Trim NOTHING = new Trim(null, null);

    /** In seconds, of a source that lasts so long; null when that is not known. */
    @Nullable Double length(@Nullable Double whole) {
        if (end == null && whole == null) {
            return null;
        }
        double last = Math.min(end == null ? Double.MAX_VALUE : seconds(end), whole == null ? Double.MAX_VALUE : whole);
        return Math.max(0, last - (start == null ? 0 : seconds(start)));
    }

    static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }
}
