package museum.atrium.notification.composing;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A link that opens one provider's calendar with the session filled in, for readers whose program ignores invitations. */
record CalendarLink(String provider, URI page) {

    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter EXTENDED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    /** Providers and browsers refuse addresses of several thousand characters. */
    private static final int LONGEST_TITLE = 150;

    static List<CalendarLink> of(String title, Instant start, Instant end, String place) {
        String name = encoded(OneLine.shortened(title, LONGEST_TITLE));
        String where = encoded(place);
        return List.of(
                new CalendarLink(
                        "Google",
                        URI.create("https://calendar.google.com/calendar/render?action=TEMPLATE&text=" + name
                                + "&dates=" + BASIC.format(start) + "%2F" + BASIC.format(end) + "&location=" + where)),
                new CalendarLink(
                        "Outlook",
                        URI.create(
                                "https://outlook.live.com/calendar/0/deeplink/compose?path=%2Fcalendar%2Faction%2Fcompose"
                                        + "&rru=addevent&subject=" + name + "&startdt="
                                        + encoded(EXTENDED.format(start))
                                        + "&enddt=" + encoded(EXTENDED.format(end)) + "&location=" + where)),
                new CalendarLink(
                        "Yahoo",
                        URI.create("https://calendar.yahoo.com/?v=60&title=" + name + "&st=" + BASIC.format(start)
                                + "&et=" + BASIC.format(end) + "&in_loc=" + where)));
    }

    private static String encoded(String value) {
        // A plus sign for a space is shown as a plus by some of them.
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
