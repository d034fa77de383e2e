package museum.atrium.registration.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import museum.atrium.registration.programme.Session;

/** Writes times as their reader knows them: in their language, in their zone, with the zone's name. */
public final class SessionTimes {

    private final DateTimeFormatter date;
    private final DateTimeFormatter time;
    private final DateTimeFormatter zoneName;
    private final ZoneId zone;

    public SessionTimes(Locale language, ZoneId zone) {
        this.date = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(language);
        this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(language);
        this.zoneName = DateTimeFormatter.ofPattern("zzzz", language);
        this.zone = zone;
    }

    public String span(Session session) {
        ZonedDateTime start = session.startsAt().atZone(zone);
        ZonedDateTime end = session.endsAt().atZone(zone);
        LocalDate lastDay = end.toLocalDate();
        String until =
                lastDay.equals(start.toLocalDate()) ? time.format(end) : date.format(end) + ", " + time.format(end);
        return date.format(start) + ", " + time.format(start) + "\u2009\u2013\u2009" + until + " " + named(start);
    }

    public String moment(Instant instant) {
        ZonedDateTime at = instant.atZone(zone);
        return date.format(at) + ", " + time.format(at) + " " + named(at);
    }

    private String named(ZonedDateTime at) {
        return "(" + zoneName.format(at) + ", " + zone.getId() + ")";
    }
}
