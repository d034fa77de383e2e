package museum.atrium.registration.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import museum.atrium.registration.signup.RegistrationStatus;
import museum.atrium.registration.statistics.ActivityStatistics.CountryCount;
import museum.atrium.registration.statistics.ActivityStatistics.Day;
import museum.atrium.registration.statistics.ActivityStatistics.LanguageCount;
import org.jspecify.annotations.Nullable;

/**
 * Who signed up for an activity, or subscribed to a series, in numbers of one moment.
 *
 * @param groups each registration is in one of its status, of its country, of its language, and of its quarter of an hour
 */
record SignUps(List<Group> groups) {

    enum By {
        STATUS,
        COUNTRY,
        LANGUAGE,
        QUARTER
    }

    public record Statuses(int pending, int interested, int confirmed, int waitlisted, int cancelled) {}

    /** One group of registrations: of a status, a country, a language, or a quarter of an hour. */
    record Group(By by, @Nullable String name, @Nullable Instant quarter, int everyone, int cancelled, int attended) {

        int open() {
            return everyone - cancelled;
        }
    }

    Statuses statuses() {
        return new Statuses(
                of(RegistrationStatus.PENDING),
                of(RegistrationStatus.INTERESTED),
                of(RegistrationStatus.CONFIRMED),
                of(RegistrationStatus.WAITLISTED),
                of(RegistrationStatus.CANCELLED));
    }

    /** Confirmed registrations that came to one session at least. */
    int attended() {
        return by(By.STATUS).mapToInt(Group::attended).sum();
    }

    /** Those that are not cancelled, the most frequent first. */
    List<CountryCount> countries() {
        return byFrequency(By.COUNTRY)
                .map(group -> new CountryCount(group.name(), group.open()))
                .toList();
    }

    List<LanguageCount> languages() {
        return byFrequency(By.LANGUAGE)
                .map(group -> new LanguageCount(String.valueOf(group.name()), group.open()))
                .toList();
    }

    /** Without those on which nobody signed up. */
    List<Day> days(ZoneId zone) {
        Map<LocalDate, List<Group>> byDay = new TreeMap<>();
        by(By.QUARTER)
                .forEach(group -> byDay.computeIfAbsent(day(group, zone), day -> new ArrayList<>())
                        .add(group));
        List<Day> days = new ArrayList<>();
        int total = 0;
        for (Map.Entry<LocalDate, List<Group>> entry : byDay.entrySet()) {
            int registered = entry.getValue().stream().mapToInt(Group::everyone).sum();
            int cancelled = entry.getValue().stream().mapToInt(Group::cancelled).sum();
            total += registered;
            days.add(new Day(entry.getKey(), registered, total, cancelled));
        }
        return days;
    }

    private static LocalDate day(Group group, ZoneId zone) {
        Instant quarter = group.quarter();
        if (quarter == null) {
            throw new IllegalStateException("everybody signed up at some time");
        }
        return LocalDate.ofInstant(quarter, zone);
    }

    private int of(RegistrationStatus status) {
        return by(By.STATUS)
                .filter(group -> status.name().equals(group.name()))
                .mapToInt(Group::everyone)
                .sum();
    }

    private Stream<Group> byFrequency(By by) {
        return by(by).filter(group -> group.open() > 0)
                .sorted(Comparator.comparing(Group::open)
                        .reversed()
                        .thenComparing(Group::name, Comparator.nullsLast(Comparator.naturalOrder())));
    }

    private Stream<Group> by(By by) {
        return groups.stream().filter(group -> group.by() == by);
    }
}
