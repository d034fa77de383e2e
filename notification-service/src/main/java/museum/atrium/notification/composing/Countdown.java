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

    private static final Duration NOW = Duration.ofSeconds(45);
    private static final Duration SHORT = Duration.ofHours(2);

    String until(Instant start, @Nullable Duration planned) {
        Duration exactly = Duration.between(now, start);
        // Before any rounding, which would make a whole minute of some seconds.
        if (exactly.compareTo(NOW) < 0) {
            return wording.say("when.now");
        }
        Duration left = rounded(exactly, planned);
        if (left.equals(Duration.ofMinutes(1))) {
            return wording.say("when.minute");
        }
        if (left.equals(Duration.ofHours(1))) {
            return wording.say("when.hour");
        }
        if (left.compareTo(SHORT) < 0) {
            return wording.say("when.minutes", "minutes", Long.toString(left.toMinutes()));
        }
        return byDay(start.atZone(zone));
    }

    /** To whole minutes. A mail is sent some seconds after the planned moment; 'in 59 minutes' would only look odd. */
    private static Duration rounded(Duration left, @Nullable Duration planned) {
        if (planned != null && left.minus(planned).abs().compareTo(planned.dividedBy(10)) <= 0) {
            return toMinutes(planned);
        }
        return toMinutes(left);
    }

    private static Duration toMinutes(Duration exactly) {
        return Duration.ofMinutes(exactly.plusSeconds(30).toMinutes());
    }

    private String byDay(ZonedDateTime start) {
        LocalDate today = now.atZone(zone).toLocalDate();
        Map<String, String> values =
                Map.of("date", times.date(start), "time", times.clock(start), "zone", times.zoneName(start));
        if (start.toLocalDate().equals(today)) {
            return wording.say("when.today", values);
        }
        if (start.toLocalDate().equals(today.plusDays(1))) {
            return wording.say("when.tomorrow", values);
        }
        return wording.say("when.later", values);
    }
}
