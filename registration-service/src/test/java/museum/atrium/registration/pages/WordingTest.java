package museum.atrium.registration.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class WordingTest {

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_es", "_fr", "_pt", "_sl"})
    void everyLanguageOfMailsSaysAllThatPagesSay(String language) throws IOException {
        Properties english = messages("");
        Properties other = messages(language);

        assertThat(new TreeSet<>(other.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        for (String key : other.stringPropertyNames()) {
            assertThat(other.getProperty(key)).as(key).isNotBlank();
            assertThat(other.getProperty(key).contains("{0}"))
                    .as("%s takes what the English takes", key)
                    .isEqualTo(english.getProperty(key).contains("{0}"));
        }
    }

    @Test
    void datesReadAsInMails() {
        SessionTimes times = new SessionTimes(Locale.CANADA_FRENCH, ZoneId.of("America/Toronto"));

        assertThat(times.moment(Instant.parse("2026-12-01T17:00:00Z")))
                .contains("mardi 1er décembre 2026")
                .contains("heure de l’Est")
                .doesNotContain("normale");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en    | Monday, 1 March 2027, 15:00 (Central European Time, Europe/Paris)
            en-US | Monday, March 1, 2027, 3:00\u202FPM (Central European Time, Europe/Paris)
            fr    | lundi 1er mars 2027, 15:00 (heure d’Europe centrale, Europe/Paris)
            es    | lunes, 1 de marzo de 2027, 15:00 (hora de Europa central, Europe/Paris)
            de    | Montag, 1. März 2027, 15:00 (Mitteleuropäische Zeit, Europe/Paris)
            pt    | segunda-feira, 1 de março de 2027, 15:00 (Hora da Europa Central, Europe/Paris)
            sl    | ponedeljek, 1. marec 2027, 15:00 (Srednjeevropski čas, Europe/Paris)
            """)
    void timesAreWrittenAsMailsWriteThem(String language, String expected) {
        SessionTimes times = new SessionTimes(Locale.forLanguageTag(language), ZoneId.of("Europe/Paris"));

        assertThat(times.moment(Instant.parse("2027-03-01T14:00:00Z"))).isEqualTo(expected);
    }

    private static Properties messages(String language) throws IOException {
        Properties messages = new Properties();
        var file = new ClassPathResource("pages/messages" + language + ".properties");
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }
}
