package museum.atrium.registration.statistics;

import java.time.Instant;
import java.util.List;
import museum.atrium.registration.statistics.ActivityStatistics.Day;
import museum.atrium.registration.statistics.ActivityStatistics.LanguageCount;

/**
 * One series in numbers.
 *
 * @param subscribers whose address is confirmed
 * @param pending who was asked whether the address is theirs
 * @param ended whose subscription is over
 */
record SeriesStatistics(
        String series,
        String timeZone,
        Instant asOf,
        int subscribers,
        int pending,
        int ended,
        List<Day> days,
        List<LanguageCount> languages) {}
