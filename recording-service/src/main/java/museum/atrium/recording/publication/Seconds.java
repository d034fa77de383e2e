package museum.atrium.recording.publication;

import java.math.BigDecimal;
import java.time.Duration;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;

/** A time within a recording, as organisers give and see it. */
final class Seconds {

    private static final BigDecimal LONGEST =
            BigDecimal.valueOf(Duration.ofDays(7).toSeconds());

    private Seconds() {}

    static double in(Duration time) {
        return time.toMillis() / 1e3;
    }

    static Duration of(String field, BigDecimal seconds) {
        if (seconds.signum() < 0 || seconds.compareTo(LONGEST) > 0) {
            throw Refusal.invalid(new FieldError(field, "Give seconds from the beginning of the recording."));
        }
        return Duration.ofMillis(seconds.movePointRight(3).longValue());
    }
}
