package museum.atrium.registration.signup;

import java.time.Period;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part of the time that personal data is kept after an activity.
 *
 * @param unit the last part of a message's name
 */
record Kept(String unit, int number) {

    /** The larger units first; those of which there are none are left out. */
    static List<Kept> of(Period period) {
        return Stream.of(
                        new Kept("years", period.getYears()),
                        new Kept("months", period.getMonths()),
                        new Kept("days", period.getDays()))
                .filter(part -> part.number > 0)
                .toList();
    }

    /** By which some languages choose the word's ending. */
    public int ending() {
        return number % 100;
    }
}
