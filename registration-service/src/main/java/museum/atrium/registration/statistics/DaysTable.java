package museum.atrium.registration.statistics;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import museum.atrium.registration.statistics.ActivityStatistics.Day;

/** The days as a table for spreadsheets: dates and numbers, which nothing has to be put around. */
public record DaysTable(List<Day> days) {

    private static final String HEADER = "day,registered,registeredInTotal,cancelledSince";

    public String csv() {
        return Stream.concat(Stream.of(HEADER), days.stream().map(DaysTable::line))
                .collect(joining("\r\n", "", "\r\n"));
    }

    private static String line(Day day) {
        return "%s,%d,%d,%d".formatted(day.day(), day.registered(), day.registeredInTotal(), day.cancelledSince());
    }
}
