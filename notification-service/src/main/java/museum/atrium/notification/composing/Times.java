package museum.atrium.notification.composing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Dates, clock times and the names of time zones as one locale writes them. */
final class Times {

    /** Only locales that Java knows have formatters of their own, so the cache stays small whatever people send. */
    private static final Set<Locale> KNOWN =
            Stream.of(Locale.getAvailableLocales()).collect(Collectors.toUnmodifiableSet());

    private static final Map<Locale, Times> BY_LOCALE = new ConcurrentHashMap<>();

    private final DateTimeFormatter date;
    private final DateTimeFormatter clock;
    private final DateTimeFormatter genericZone;
    private final DateTimeFormatter exactZone;
    private final DateTimeFormatter offset;
    private final boolean french;
    private final Map<NamedZone, String> zones = new ConcurrentHashMap<>();

    private record NamedZone(ZoneId zone, boolean summer) {}

    private Times(Locale locale) {
        date = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
        clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
        genericZone = DateTimeFormatter.ofPattern("vvvv", locale);
        exactZone = DateTimeFormatter.ofPattern("zzzz", locale);
        offset = DateTimeFormatter.ofPattern("'UTC'xxx", Locale.ROOT);
        french = locale.getLanguage().equals("fr");
    }

    /** In the wording's language, with the habits of the reader's country where it is one that speaks it. */
    static Times of(Wording wording, Locale reader) {
        Locale spoken = Locale.of(reader.getLanguage(), reader.getCountry());
        boolean own = reader.getLanguage().equals(wording.language());
        if (own && !reader.getCountry().isEmpty() && KNOWN.contains(spoken)) {
            return BY_LOCALE.computeIfAbsent(spoken, Times::new);
        }
        Locale usual = switch (wording.language()) {
            case "en" -> Locale.UK;
            case "pt" -> Locale.of("pt", "PT");
            default -> Locale.of(wording.language());
        };
        return BY_LOCALE.computeIfAbsent(usual, Times::new);
    }

    String date(ZonedDateTime time) {
        String text = date.format(time);
        // CLDR writes 'lundi 1 mars', the French language 'lundi 1er mars'.
        return french && time.getDayOfMonth() == 1 ? text.replace(" 1 ", " 1er ") : text;
    }

    String clock(ZonedDateTime time) {
        // Narrow no-break spaces (before 'PM') are missing from the fonts of some mail programs.
        String text = clock.format(time).replace('\u202F', '\u00A0');
        return happensTwice(time) ? text + " " + offset.format(time) : text;
    }

    /**
     * @param time {@code Monday, 1 March 2027, 15:00–16:30}; both dates where they differ
     * @param zone {@code (Central European Time, Europe/Paris)}
     */
    record Span(String time, String zone) {

        public String line() {
            return time + " " + zone;
        }
    }

    Span span(Instant start, Instant end, ZoneId zone) {
        return new Span(days(start.atZone(zone), end.atZone(zone)), zone(start.atZone(zone)));
    }

    /** {@code Monday, 1 March 2027, 15:00 (Central European Time, Europe/Paris)} */
    String moment(Instant instant, ZoneId zone) {
        ZonedDateTime time = instant.atZone(zone);
        return date(time) + ", " + clock(time) + " " + zone(time);
    }

    /** The same in a second zone, without the date where that has been said. */
    Span spanBeside(Instant start, Instant end, ZoneId zone, ZoneId said) {
        ZonedDateTime from = start.atZone(zone);
        ZonedDateTime to = end.atZone(zone);
        boolean sameDays = from.toLocalDate().equals(start.atZone(said).toLocalDate())
                && to.toLocalDate().equals(end.atZone(said).toLocalDate())
                && from.toLocalDate().equals(to.toLocalDate());
        return new Span(sameDays ? clock(from) + "–" + clock(to) : days(from, to), zone(from));
    }

    /** {@code Monday, 1 March 2027 – Friday, 5 March 2027} and the zone; only once where both are the same day. */
    String dates(Instant first, Instant last, ZoneId zone) {
        String from = date(first.atZone(zone));
        String to = date(last.atZone(zone));
        return (from.equals(to) ? from : from + " – " + to) + " " + zone(first.atZone(zone));
    }

    private String days(ZonedDateTime from, ZonedDateTime to) {
        return from.toLocalDate().equals(to.toLocalDate())
                ? date(from) + ", " + clock(from) + "–" + clock(to)
                : date(from) + ", " + clock(from) + " – " + date(to) + ", " + clock(to);
    }

    private String zone(ZonedDateTime time) {
        String name = zoneName(time);
        String id = time.getZone().getId();
        return name.equals(id) ? "(" + id + ")" : "(" + name + ", " + id + ")";
    }

    /** {@code Central European Time}, for within a sentence. */
    String zoneName(ZonedDateTime time) {
        ZoneId zone = time.getZone();
        boolean summer = zone.getRules().isDaylightSavings(time.toInstant());
        return zones.computeIfAbsent(new NamedZone(zone, summer), _ -> named(time));
    }

    private String named(ZonedDateTime time) {
        // A zone without summer time has only one name, and the generic form then knows merely a city.
        boolean fixed = time.getZone().getRules().getTransitionRules().isEmpty();
        return (fixed ? exactZone : genericZone).format(time);
    }

    /** An hour that the clocks go through twice needs its offset to be told from the other one. */
    private static boolean happensTwice(ZonedDateTime time) {
        return time.getZone().getRules().getValidOffsets(time.toLocalDateTime()).size() > 1;
    }
}
