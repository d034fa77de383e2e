package museum.atrium.registration.lists;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import museum.atrium.registration.signup.Enrolling;

/**
 * What came of a file of people.
 *
 * @param dryRun whether nothing was stored: this is what would come of it at the moment
 * @param lines how many people the file names
 * @param interested there is no date yet
 * @param passedOver the lines that added nobody, at most 1,000
 */
public record ImportedPeople(
        boolean dryRun,
        int lines,
        int confirmed,
        int waitlisted,
        int interested,
        int alreadyRegistered,
        int cancelled,
        int full,
        int repeated,
        List<PassedOver> passedOver) {

    private static final int MOST = 1_000;

    public enum Reason {
        ALREADY_REGISTERED,
        /** They are not registered any more, and only they themselves come back. */
        CANCELLED,
        /** There is neither a place nor a waitlist. */
        FULL,
        /** An earlier line has the same address. */
        REPEATED
    }

    public record PassedOver(int line, Reason reason) {}

    /** @param passedOver all of them */
    static ImportedPeople of(boolean dryRun, int lines, List<Enrolling.Outcome> outcomes, List<PassedOver> passedOver) {
        Map<Enrolling.Outcome, Integer> counts = new EnumMap<>(Enrolling.Outcome.class);
        outcomes.forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        return new ImportedPeople(
                dryRun,
                lines,
                counts.getOrDefault(Enrolling.Outcome.CONFIRMED, 0),
                counts.getOrDefault(Enrolling.Outcome.WAITLISTED, 0),
                counts.getOrDefault(Enrolling.Outcome.INTERESTED, 0),
                counts.getOrDefault(Enrolling.Outcome.ALREADY_REGISTERED, 0),
                counts.getOrDefault(Enrolling.Outcome.CANCELLED, 0),
                counts.getOrDefault(Enrolling.Outcome.FULL, 0),
                lines - outcomes.size(),
                passedOver.stream()
                        .sorted(Comparator.comparingInt(PassedOver::line))
                        .limit(MOST)
                        .toList());
    }
}
