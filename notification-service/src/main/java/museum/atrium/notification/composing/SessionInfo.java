package museum.atrium.notification.composing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/**
 * One slot of the activity.
 *
 * @param title by language tag (BCP 47), or empty
 * @param timeZone where the session is at home; shown beside the recipient's own time when the clocks differ
 */
public record SessionInfo(
        UUID id,
        Map<String, String> title,
        Instant startsAt,
        Instant endsAt,
        ZoneId timeZone,
        boolean cancelled,
        Manner manner) {

    public SessionInfo {
        title = Map.copyOf(title);
    }
}
