package museum.atrium.inbox.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants for people; in UTC, as the pages cannot know a reader's zone without a script. */
final class Moments {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Moments() {}

    static String shown(Instant instant) {
        return SHOWN.format(instant);
    }
}
