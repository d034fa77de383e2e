package museum.atrium.recording.watching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

class PageLanguagesTest {

    @Test
    void pagesSpeakTheLanguagesOfMails() {
        assertThat(PageLanguages.ALL)
                .extracting(Locale::toLanguageTag)
                .containsExactlyInAnyOrder("en", "fr", "es", "de", "pt", "sl");
    }

    @ParameterizedTest
    @MethodSource("allButEnglish")
    void everyLanguageSaysAllThatEnglishSaysAndNothingElse(Locale language) throws IOException {
        Properties english = wording("");
        Properties other = wording("_" + language);

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(other.getProperty(key)).as(key).isNotBlank();
            assertThat(other.getProperty(key).contains("{0}"))
                    .as(key)
                    .isEqualTo(english.getProperty(key).contains("{0}"));
        }
    }

    private static Stream<Locale> allButEnglish() {
        return PageLanguages.ALL.stream().filter(language -> !language.equals(Locale.ENGLISH));
    }

    private static Properties wording(String suffix) throws IOException {
        Properties wording = new Properties();
        var file = new ClassPathResource("pages/messages" + suffix + ".properties");
        try (var reader = new InputStreamReader(file.getInputStream(), UTF_8)) {
            wording.load(reader);
        }
        return wording;
    }
}
