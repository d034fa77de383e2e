package museum.atrium.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Writes times as their reader knows them: in their language, in their zone, with the zone's name. */
public class ZonedTimes {

    private final DateTimeFormatter date;
    private final DateTimeFormatter time;
    private final DateTimeFormatter genericZone;
    private final DateTimeFormatter exactZone;
    private final boolean french;
    private final ZoneId zone;

    public ZonedTimes(Locale language, ZoneId zone) {
        Locale habits = habits(language);
        this.date = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(habits);
        this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(habits);
        this.genericZone = DateTimeFormatter.ofPattern("vvvv", habits);
        this.exactZone = DateTimeFormatter.ofPattern("zzzz", habits);
        this.french = language.getLanguage().equals("fr");
        this.zone = zone;
    }

    /** Whose country is not known reads the times as in mails: of English and Portuguese Java would write the American ones. */
    private static Locale habits(Locale language) {
        if (!language.getCountry().isEmpty()) {
            return language;
        }
        return switch (language.getLanguage()) {
            case "en" -> Locale.UK;
            case "pt" -> Locale.of("pt", "PT");
            default -> language;
        };
    }

    /** From one moment to another. */
    public String span(Instant from, Instant until) {
        ZonedDateTime start = from.atZone(zone);
        ZonedDateTime end = until.atZone(zone);
        LocalDate lastDay = end.toLocalDate();
        String last = lastDay.equals(start.toLocalDate()) ? time.format(end) : day(end) + ", " + time.format(end);
        return day(start) + ", " + time.format(start) + "\u2009\u2013\u2009" + last + " " + named(start);
    }

    /** From the day of one moment to that of another. What ends at midnight does so on the day before. */
    public String days(Instant from, Instant until) {
        LocalDate first = LocalDate.ofInstant(from, zone);
        LocalDate last = LocalDate.ofInstant(until.minusNanos(1), zone);
        return first.equals(last) ? day(first) : day(first) + "\u2009\u2013\u2009" + day(last);
    }

    public String moment(Instant instant) {
        ZonedDateTime at = instant.atZone(zone);
        return day(at) + ", " + time.format(at) + " " + named(at);
    }

    /** With the day of the week. */
    public String day(LocalDate day) {
        String text = date.format(day);
        // CLDR writes 'lundi 1 mars', the French language 'lundi 1er mars'.
        return french && day.getDayOfMonth() == 1 ? text.replace(" 1 ", " 1er ") : text;
    }

    private String named(ZonedDateTime at) {
        // A zone without summer time has only one name, and the generic form then knows merely a city.
        boolean fixed = zone.getRules().getTransitionRules().isEmpty();
        String name = (fixed ? exactZone : genericZone).format(at);
        return name.equals(zone.getId()) ? "(" + name + ")" : "(" + name + ", " + zone.getId() + ")";
    }

    private String day(ZonedDateTime at) {
        return day(at.toLocalDate());
    }
}
