package museum.atrium.notification.composing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.model.Component;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are those of the session's day, on whichever side of a change of the clocks a mail is planned and written. */
class SummerTimeTest {

    private static final String WINTER = "2027-02-10T09:00:00Z";
    private static final String SUMMER = "2027-04-02T09:00:00Z";

    /** Clocks change on 14 March 2027 in New York, on 28 March in Paris, on 4 April in Chatham, in Kathmandu never. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            America/New_York | 2027-03-10T14:00:00Z | Wednesday, 10 March 2027, 09:00–10:30 (Eastern Time, America/New_York) | 15:00–16:30
            America/New_York | 2027-03-17T14:00:00Z | Wednesday, 17 March 2027, 10:00–11:30 (Eastern Time, America/New_York) | 15:00–16:30
            America/New_York | 2027-04-07T14:00:00Z | Wednesday, 7 April 2027, 10:00–11:30 (Eastern Time, America/New_York) | 16:00–17:30
            Asia/Kathmandu   | 2027-03-17T14:00:00Z | Wednesday, 17 March 2027, 19:45–21:15 (Nepal Time, Asia/Kathmandu) | 15:00–16:30
            Asia/Kathmandu   | 2027-04-07T14:00:00Z | Wednesday, 7 April 2027, 19:45–21:15 (Nepal Time, Asia/Kathmandu) | 16:00–17:30
            Pacific/Chatham  | 2027-04-03T08:00:00Z | Saturday, 3 April 2027, 21:45–23:15 (Chatham Time, Pacific/Chatham) | 10:00–11:30
            Pacific/Chatham  | 2027-04-04T08:00:00Z | Sunday, 4 April 2027, 20:45–22:15 (Chatham Time, Pacific/Chatham) | 10:00–11:30
            """)
    void aMailTellsTheSameWheneverItIsWritten(String zone, String start, String expected, String atHome) {
        Letters letters = Letters.sample().to("Mariana Example", "en", zone).with(session(start));
        for (String written : List.of(WINTER, SUMMER)) {
            Mail mail = letters.writtenAt(written).mail(MailKind.CONFIRMATION);

            assertThat(mail.text())
                    .contains(expected)
                    .contains("In the host’s time zone: " + atHome + " (Central European Time, Europe/Paris)");
            assertThat(startInCalendar(mail)).isEqualTo(start.replaceAll("[:-]", ""));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2027-03-27T14:00:03Z | tomorrow at 16:00 (Central European Time)
            2027-03-28T00:30:00Z | today at 16:00 (Central European Time)
            2027-03-28T01:30:00Z | today at 16:00 (Central European Time)
            """)
    void aReminderThatIsWrittenBeforeTheChangeNamesTheClockOfAfterIt(String written, String when) {
        Mail mail = Letters.sample()
                .with(session("2027-03-28T14:00:00Z"))
                .writtenAt(written)
                .mail(MailKind.REMINDER);

        assertThat(mail.header("Subject")).endsWith("(Sunday, 28 March 2027, 16:00, Central European Time)");
        assertThat(mail.text())
                .contains("starts " + when + ".")
                .contains("Sunday, 28 March 2027, 16:00–17:30 (Central European Time, Europe/Paris)");
    }

    @ParameterizedTest
    @CsvSource({"2027-03-25T14:00:00Z,15:00", "2027-04-01T14:00:00Z,16:00"})
    void aMoveOverTheChangeIsToldFromClockToClock(String to, String clock) {
        String text = Letters.sample()
                .with(session(to))
                .mail(MailKind.SESSION_RESCHEDULED)
                .text();

        assertThat(text)
                .containsPattern("2027, " + clock + "–.*\\R+Previously: Thursday, (18|25) March 2027, 15:00–16:30");
    }

    private static SessionInfo session(String start) {
        return Letters.session(1, start, Instant.parse(start).plusSeconds(5_400).toString(), "Europe/Paris");
    }

    private static String startInCalendar(Mail mail) {
        return mail.calendars()
                .getFirst()
                .calendar()
                .getComponents(Component.VEVENT)
                .getFirst()
                .getRequiredProperty("DTSTART")
                .getValue();
    }
}
