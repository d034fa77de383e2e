package museum.atrium.registration.organizers;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import museum.atrium.registration.statistics.ActivityStatistics.Day;

/**
 * A plot of how many there were on each day, drawn into 600 by 200 units. What it shows stands in a table beside it.
 *
 * @param most of any day, where the scale ends
 */
record Bars(List<Bar> bars, int most, LocalDate from, LocalDate until) {

    static final int WIDTH = 600;
    static final int HEIGHT = 200;
    private static final int WIDEST = 60;

    /** @param y of its upper end: zero is at the top */
    record Bar(double x, double y, double width, double height, LocalDate day, int number) {}

    /** @param days in their order, at least one; those without anybody may be missing */
    static Bars of(List<Day> days) {
        LocalDate from = days.getFirst().day();
        LocalDate until = days.getLast().day();
        long span = from.until(until, ChronoUnit.DAYS) + 1;
        int most = Math.max(1, days.stream().mapToInt(Day::registered).max().orElse(1));
        double width = (double) WIDTH / span;
        List<Bar> bars = new ArrayList<>();
        for (Day day : days) {
            double height = (double) HEIGHT * day.registered() / most;
            bars.add(new Bar(
                    from.until(day.day(), ChronoUnit.DAYS) * width,
                    HEIGHT - height,
                    Math.clamp(width * 0.8, 1, WIDEST),
                    height,
                    day.day(),
                    day.registered()));
        }
        return new Bars(List.copyOf(bars), most, from, until);
    }
}
