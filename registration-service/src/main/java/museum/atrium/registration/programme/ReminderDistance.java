package museum.atrium.registration.programme;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long before a session's start a reminder falls due, as the organiser wrote it: an ISO 8601 duration like {@code P1D}. */
public record ReminderDistance(@JsonValue String text) {

    static final List<ReminderDistance> DEFAULTS =
            List.of(new ReminderDistance("P1D"), new ReminderDistance("PT1H"), new ReminderDistance("PT10M"));
    private static final Duration LONGEST = Duration.ofDays(366);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReminderDistance {}

    public Instant before(Instant start) {
        return start.minus(duration());
    }

    Duration duration() {
        return Duration.parse(text);
    }

    boolean isValid() {
        try {
            Duration duration = duration();
            return duration.isPositive() && duration.compareTo(LONGEST) <= 0;
        } catch (java.time.format.DateTimeParseException e) {
            return false;
        }
    }
}
