package museum.atrium.notification.composing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @Test
    void blankLinesPartParagraphsAndSingleBreaksStay() {
        Words words = Words.of("en", "\n One\r\ntwo\n \t\n\n\nthree\u2028four\n");

        assertThat(words.paragraphs())
                .extracting(paragraph ->
                        paragraph.lines().stream().map(Words.Line::text).toList())
                .containsExactly(List.of("One", "two"), List.of("three four"));
        assertThat(words.beginning()).isEqualTo("One");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See https://museum.example.org/plans. | https://museum.example.org/plans",
                "(https://museum.example.org/a?b=c&d=e#f), then | https://museum.example.org/a?b=c&d=e#f",
                "«https://museum.example.org/à» | https://museum.example.org/à",
                "https://one.example.org/ https://two.example.org/x! | https://one.example.org/ https://two.example.org/x",
                "http://museum.example.org | ''",
                "javascript:https | ''",
                "https://trusted.example.org@evil.example.org/ | ''",
                "https:// | ''",
                "https://museum.example.org/%zz | ''"
            })
    void bareAddressesBecomeLinksThatLeadWhereTheySay(String line, String links) {
        List<Words.Run> runs =
                Words.of("en", line).paragraphs().getFirst().lines().getFirst().runs();

        assertThat(runs.stream().map(Words.Run::text).collect(Collectors.joining()))
                .isEqualTo(line);
        assertThat(runs.stream()
                        .filter(run -> run.link() != null)
                        .map(run -> {
                            assertThat(run.link()).isEqualTo(URI.create(run.text()));
                            return run.text();
                        })
                        .collect(Collectors.joining(" ")))
                .isEqualTo(links);
    }
}
