package museum.atrium.registration.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale.LanguageRange;
import org.junit.jupiter.api.Test;

class ReaderLanguagesTest {

    @Test
    void whatIsAskedForIsWanted() {
        assertThat(ReaderLanguages.of("fr-CA, en;q=0.5"))
                .extracting(LanguageRange::getRange)
                .startsWith("fr-ca")
                .contains("en");
    }

    @Test
    void whatIsNoLanguageIsNotLookedFor() {
        assertThat(ReaderLanguages.of("en" + "-abcdefgh".repeat(700) + ", de"))
                .extracting(LanguageRange::getRange)
                .containsExactly("de");
        assertThat(ReaderLanguages.of("de,".repeat(2000) + "fr")).hasSizeLessThanOrEqualTo(100);
        assertThat(ReaderLanguages.of("?")).isEmpty();
    }
}
