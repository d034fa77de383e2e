package museum.atrium.registration.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import museum.atrium.registration.programme.LocalizedText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTest {

    /** The same cases as in the tests of notification-service, which chooses by the same rule when a mail is written. */
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
    void aMessageIsReadInTheNearestOfItsLanguages(String reader, String activity, String written, String expected) {
        LocalizedText texts =
                new LocalizedText(Arrays.stream(written.split(" ")).collect(Collectors.toMap(tag -> tag, tag -> tag)));

        assertThat(new Content(texts, texts).languageFor(reader, activity)).isEqualTo(expected);
    }
}
