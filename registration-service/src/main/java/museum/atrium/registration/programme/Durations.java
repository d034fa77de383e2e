package museum.atrium.registration.programme;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import museum.atrium.registration.checking.Findings;
import org.jspecify.annotations.Nullable;

/**
 * Checks durations that organisers write.
 *
 * @param least the shortest that is taken
 * @param most the longest that is taken
 */
record Durations(Duration least, Duration most) {

    /** @return null where nothing was written, or what is a finding now */
    @Nullable Duration check(Findings findings, String field, @Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            Duration duration = Duration.parse(written);
            if (duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // falls through to the finding
        }
        findings.add(
                field,
                "must be an ISO 8601 duration from " + least + " to P" + most.toDays() + "D, like 'P2D' or 'PT12H'");
        return null;
    }
}
