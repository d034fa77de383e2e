package museum.atrium.registration.programme;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import museum.atrium.registration.checking.Findings;
import org.jspecify.annotations.Nullable;

/**
 * How long the personal data of an activity is kept after it is over.
 *
 * @param period a day at least, 50 years at most; its months are those of UTC
 */
record Retention(Period period) {

    private static final int MOST_YEARS = 50;
    private static final int MOST_DAYS = MOST_YEARS * 366;

    public Retention {
        if (!isSound(period)) {
            throw new IllegalArgumentException(
                    "'%s' is not between one day and %d years".formatted(period, MOST_YEARS));
        }
    }

    static @Nullable Retention of(@Nullable String stored) {
        return stored == null ? null : new Retention(Period.parse(stored));
    }

    static @Nullable Retention check(Findings findings, @Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            Period period = Period.parse(written);
            if (isSound(period)) {
                return new Retention(period);
            }
        } catch (DateTimeException notAPeriod) {
            // Told below, as is one that is too short or too long.
        }
        findings.add(
                "retention",
                "must be an ISO 8601 period like 'P180D', 'P6M' or 'P1Y', between one day and " + MOST_YEARS
                        + " years");
        return null;
    }

    public Instant after(Instant end) {
        return end.atOffset(ZoneOffset.UTC).plus(period).toInstant();
    }

    /** ISO 8601, as Postgres reads intervals too. */
    @Override
    public String toString() {
        return period.toString();
    }

    private static boolean isSound(Period period) {
        return !period.isNegative()
                && !period.isZero()
                && period.getYears() <= MOST_YEARS
                && period.getMonths() <= MOST_YEARS * 12
                && period.getDays() <= MOST_DAYS
                && period.toTotalMonths() <= MOST_YEARS * 12;
    }
}
