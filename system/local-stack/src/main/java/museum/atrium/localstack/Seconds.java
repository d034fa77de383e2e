package museum.atrium.localstack;

import java.time.Duration;
import java.util.Locale;

/** A time span in words, the same in every country: {@code 1.2 s}. */
public final class Seconds {

    private static final double MILLIS = 1_000;

    private Seconds() {}

    public static String of(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / MILLIS);
    }
}
