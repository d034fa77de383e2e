package museum.atrium.notification.composing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a reminder says when something starts: by what is true as it is written, not by what was planned. */
record Countdown(Wording wording, Times times, ZoneId zone, Instant now) {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofHours(2);

    String until(Instant start, @Nullable Duration planned) {
        Duration left = rounded(Duration.between(now, start), planned);
        if (left.compareTo(SOON) < 0) {
            return wording.say("when.now");
        }
        if (left.equals(Duration.ofHours(1))) {
            return wording.say("when.hour");
        }
        if (left.compareTo(SHORT) < 0) {
            return wording.say("when.minutes", "minutes", Long.toString(left.toMinutes()));
        }
        return byDay(start.atZone(zone));
    }

    /** A mail is sent some seconds after the planned moment; 'in 59 minutes' would only look odd. */
    private static Duration rounded(Duration left, @Nullable Duration planned) {
        if (planned != null && left.minus(planned).abs().compareTo(planned.dividedBy(10)) <= 0) {
            return planned;
        }
        return Duration.ofMinutes(left.plusSeconds(30).toMinutes());
    }

    private String byDay(ZonedDateTime start) {
        LocalDate today = now.atZone(zone).toLocalDate();
        if (start.toLocalDate().equals(today)) {
            return wording.say("when.today", "time", times.clock(start));
        }
        if (start.toLocalDate().equals(today.plusDays(1))) {
            return wording.say("when.tomorrow", "time", times.clock(start));
        }
        return wording.say("when.later", Map.of("date", times.date(start), "time", times.clock(start)));
    }
}
