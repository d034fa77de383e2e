package museum.atrium.notification.composing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountdownTest {

    private static final Instant START = Instant.parse("2027-03-01T14:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2027-02-22T14:00:00Z | P7D   | on Monday, 1 March 2027 at 15:00 (Central European Time)
            2027-02-28T14:00:05Z | P1D   | tomorrow at 15:00 (Central European Time)
            2027-03-01T07:00:00Z | PT7H  | today at 15:00 (Central European Time)
            2027-03-01T13:00:04Z | PT1H  | in one hour
            2027-03-01T13:50:04Z | PT10M | in 10 minutes
            2027-03-01T13:59:02Z | PT1M  | in one minute
            2027-03-01T13:58:31Z | PT90S | in 2 minutes
            2027-03-01T13:59:16Z | PT1M  | now
            2027-03-01T13:59:30Z | PT10M | now
            2027-03-01T14:00:30Z | PT10M | now
            """)
    void aReminderSaysHowFarTheStartIs(String now, String planned, String expected) {
        assertThat(until(now, Duration.parse(planned))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2027-03-01T13:20:00Z | P1D  | in 40 minutes
            2027-03-01T13:35:00Z | PT1H | in 25 minutes
            2027-03-01T08:00:00Z | P1D  | today at 15:00 (Central European Time)
            """)
    void aLateReminderSaysWhatIsTrueNowNotWhatWasPlanned(String now, String planned, String expected) {
        assertThat(until(now, Duration.parse(planned))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Paris     | 2027-03-27T14:00:00Z | tomorrow at 16:00 (Central European Time)
            America/New_York | 2027-03-27T14:00:00Z | tomorrow at 10:00 (Eastern Time)
            Asia/Kathmandu   | 2027-03-27T14:00:00Z | tomorrow at 19:45 (Nepal Time)
            """)
    void aDayBeforeTheClocksChangeTheClockIsTheOneOfTheDayAfter(String zone, String now, String expected) {
        Instant start = Instant.parse("2027-03-28T14:00:00Z");

        assertThat(countdown(zone, now).until(start, Duration.ofDays(1))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-01T12:00:01Z,today at 15:00 (Central European Time)",
        "2027-03-01T12:30:00Z,in 90 minutes",
        "2027-03-01T13:00:29Z,in one hour",
        "2027-03-01T13:58:00Z,in 2 minutes",
        "2027-03-01T13:58:30Z,in 2 minutes",
        "2027-03-01T13:58:31Z,in one minute",
        "2027-03-01T13:59:00Z,in one minute",
        "2027-03-01T13:59:15Z,in one minute",
        "2027-03-01T13:59:16Z,now",
        "2027-02-28T23:30:00Z,today at 15:00 (Central European Time)",
        "2027-02-28T22:30:00Z,tomorrow at 15:00 (Central European Time)"
    })
    void whatIsNotAsPlannedIsSaidToTheMinuteAndByTheReadersDays(String now, String expected) {
        assertThat(until(now, null)).isEqualTo(expected);
    }

    private static String until(String now, @Nullable Duration planned) {
        return countdown("Europe/Paris", now).until(START, planned);
    }

    private static Countdown countdown(String zone, String now) {
        Wording wording = Wording.in("en");
        return new Countdown(wording, Times.of(wording, Locale.ENGLISH), ZoneId.of(zone), Instant.parse(now));
    }
}
