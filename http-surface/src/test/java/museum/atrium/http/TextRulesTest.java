package museum.atrium.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {

    private final TextRules line = TextRules.line(40);

    @ParameterizedTest
    @ValueSource(strings = {"Mariana", "Søren Ærø", "山田 太郎", "می‌خواهم", "👩‍👩‍👧 family", "O'Brien-Łuć", "  padded "})
    void namesOfAllPeoplesPass(String text) {
        assertThat(line.complaint(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0\u2003", "\u200b", "\u200d\u2060", "\t"})
    void whatCannotBeSeenIsBlank(String text) {
        assertThat(line.complaint(text)).hasValue("must not be blank");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\rb",
                "a\tb",
                "a\u0000b",
                "a\u007fb",
                "a\u0085b",
                "a\u2028b",
                "a\u202eb",
                "a\u2066b",
                "a\ud800"
            })
    void controlCharactersAreRefused(String text) {
        assertThat(line.complaint(text)).hasValue("must not contain control characters or line breaks");
    }

    @Test
    void aLongerTextMayHaveLinesButNothingElse() {
        TextRules lines = TextRules.multiline(40);

        assertThat(lines.complaint("one\r\n\ttwo")).isEmpty();
        assertThat(lines.complaint("one\u0007")).isPresent();
    }

    @Test
    void lengthIsCountedInCodePoints() {
        assertThat(line.complaint("𝕄".repeat(40))).isEmpty();
        assertThat(line.complaint("𝕄".repeat(41))).hasValue("must not be longer than 40 characters");
    }
}
