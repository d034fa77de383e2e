package museum.atrium.notification.composing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en    | Monday, 1 March 2027, 15:00–16:30 (Central European Time, Europe/Paris)
            en-US | Monday, March 1, 2027, 3:00\u00a0PM–4:30\u00a0PM (Central European Time, Europe/Paris)
            fr    | lundi 1er mars 2027, 15:00–16:30 (heure d’Europe centrale, Europe/Paris)
            es    | lunes, 1 de marzo de 2027, 15:00–16:30 (hora de Europa central, Europe/Paris)
            de    | Montag, 1. März 2027, 15:00–16:30 (Mitteleuropäische Zeit, Europe/Paris)
            pt    | segunda-feira, 1 de março de 2027, 15:00–16:30 (Hora da Europa Central, Europe/Paris)
            sl    | ponedeljek, 1. marec 2027, 15:00–16:30 (Srednjeevropski čas, Europe/Paris)
            ar    | Monday, 1 March 2027, 15:00–16:30 (Central European Time, Europe/Paris)
            """)
    void timesAreWrittenAsTheReaderWritesThem(String language, String expected) {
        assertThat(span(language, "2027-03-01T14:00:00Z", "2027-03-01T15:30:00Z", "Europe/Paris"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Europe/Paris      | 2027-03-27T14:00:00Z | Saturday, 27 March 2027, 15:00–16:00 (Central European Time, Europe/Paris)
            Europe/Paris      | 2027-03-28T14:00:00Z | Sunday, 28 March 2027, 16:00–17:00 (Central European Time, Europe/Paris)
            America/Sao_Paulo | 2027-03-28T14:00:00Z | Sunday, 28 March 2027, 11:00–12:00 (Brasilia Standard Time, America/Sao_Paulo)
            Asia/Kathmandu    | 2027-03-28T14:00:00Z | Sunday, 28 March 2027, 19:45–20:45 (Nepal Time, Asia/Kathmandu)
            Pacific/Apia      | 2027-03-28T14:00:00Z | Monday, 29 March 2027, 03:00–04:00 (Samoa Standard Time, Pacific/Apia)
            """)
    void theClockIsTheOneOfTheSessionsDayNotOfTheDayOfWriting(String zone, String start, String expected) {
        String end = Instant.parse(start).plusSeconds(3600).toString();
        assertThat(span("en", start, end, zone)).isEqualTo(expected);
    }

    @Test
    void aSessionThatCrossesTheReadersMidnightHasBothDates() {
        assertThat(span("en", "2027-03-01T22:30:00Z", "2027-03-02T00:00:00Z", "Europe/Paris"))
                .isEqualTo("Monday, 1 March 2027, 23:30 – Tuesday, 2 March 2027, 01:00"
                        + " (Central European Time, Europe/Paris)");
    }

    @Test
    void anHourThatHappensTwiceIsToldFromTheOther() {
        assertThat(span("en", "2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z", "Europe/Paris"))
                .contains("02:30 UTC+02:00–02:30 UTC+01:00");
    }

    @Test
    void theHomeZoneStandsBesideWhereItsClockDiffers() {
        String text = Letters.sample()
                .to("Mariana Example", "en", "Pacific/Apia")
                .mail(MailKind.CONFIRMATION)
                .text();

        assertThat(text)
                .contains("Tuesday, 2 March 2027, 03:00–04:30 (Samoa Standard Time, Pacific/Apia)")
                .contains("In the host’s time zone: Monday, 1 March 2027, 15:00–16:30"
                        + " (Central European Time, Europe/Paris)");
    }

    @Test
    void theHomeZonesDateIsNotRepeatedWhereItIsTheSame() {
        assertThat(Letters.sample()
                        .to("Mariana Example", "en", "America/Sao_Paulo")
                        .mail(MailKind.CONFIRMATION)
                        .text())
                .contains("In the host’s time zone: 15:00–16:30 (Central European Time, Europe/Paris)");
    }

    @Test
    void aZoneWithTheSameClockIsNotToldTwice() {
        assertThat(Letters.sample()
                        .to("Mariana Example", "en", "Europe/Ljubljana")
                        .mail(MailKind.CONFIRMATION)
                        .text())
                .contains("15:00–16:30 (Central European Time, Europe/Ljubljana)")
                .doesNotContain("In the host’s time zone");
    }

    @Test
    void aZoneThatStopsMatchingDuringTheSummerIsToldThen() {
        SessionInfo summer = Letters.session(1, "2027-07-01T12:00:00Z", "2027-07-01T13:00:00Z", "Africa/Lagos");

        assertThat(Letters.sample().with(summer).mail(MailKind.CONFIRMATION).text())
                .contains("14:00–15:00 (Central European Time, Europe/Paris)")
                .contains("In the host’s time zone: 13:00–14:00 (West Africa Standard Time, Africa/Lagos)");
    }

    private static String span(String language, String start, String end, String zone) {
        Locale reader = Locale.forLanguageTag(language);
        return Times.of(Wording.of(reader, "en"), reader)
                .span(Instant.parse(start), Instant.parse(end), ZoneId.of(zone))
                .line();
    }
}
