package museum.atrium.recording.captions;

import java.time.Duration;

/** How places within a recording are written. */
public final class TimeCodes {

    private TimeCodes() {}

    /** For players, as WebVTT has it: 01:02:03.456. */
    public static String exact(Duration time) {
        return "%02d:%02d:%02d.%03d"
                .formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart(), time.toMillisPart());
    }

    /** For readers: 2:03, or 1:02:03 behind the first hour. */
    public static String read(long seconds) {
        Duration time = Duration.ofSeconds(seconds);
        return time.toHours() == 0
                ? "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart())
                : "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
