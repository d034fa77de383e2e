package museum.atrium.recording.watching;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times as pages write them. Where the reader is nobody knows, so that they name their zone. */
final class Times {

    private Times() {}

    static String of(Instant time, Locale reader) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(reader)
                        .withZone(ZoneOffset.UTC)
                        .format(time)
                + " UTC";
    }
}
