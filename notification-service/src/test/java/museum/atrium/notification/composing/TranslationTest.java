package museum.atrium.notification.composing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslationTest {

    /** The same cases as in the tests of registration-service, which previews a message by the same rule. */
    @ParameterizedTest
    @CsvSource({
        "pt-BR, en, 'pt-BR pt', pt-BR",
        "pt-BR, en, 'en pt', pt",
        "pt, en, 'en pt-BR pt-PT', pt-BR",
        "pt-BR, en, 'en pt-PT', pt-PT",
        "ja, fr, 'de en fr', fr",
        "ja, fr, 'de en fr-CA', fr-CA",
        "ja, fr, 'de en', en",
        "ja, fr, 'de en-GB', en-GB",
        "ja, fr, 'es de', de",
        "zh-Hant-TW, en, 'en zh', zh"
    })
    void aTextIsReadInTheNearestOfItsLanguages(String reader, String activity, String written, String expected) {
        Map<String, String> texts =
                Arrays.stream(written.split(" ")).collect(Collectors.toMap(tag -> tag, tag -> "in " + tag));

        assertThat(Translation.of(texts, Locale.forLanguageTag(reader), activity))
                .isEqualTo(new Translation("in " + expected, expected));
    }
}
