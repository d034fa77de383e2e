package museum.atrium.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class WordingTest {

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_es", "_fr", "_pt", "_sl"})
    void everyLanguageSaysAllThatStandsAroundPages(String language) throws IOException {
        Properties english = messages("");
        Properties other = messages(language);

        assertThat(new TreeSet<>(other.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        assertThat(other.stringPropertyNames())
                .allSatisfy(key -> assertThat(other.getProperty(key))
                        .isNotBlank()
                        .matches(text -> gaps(text).equals(gaps(english.getProperty(key)))));
    }

    @Test
    void whatStandsThereIsWrittenDown() throws IOException {
        String template = template("frame") + template("organizer/refused");

        assertThat(Pattern.compile("#\\{([a-zA-Z.]+)")
                        .matcher(template)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet()))
                .isEqualTo(messages("").stringPropertyNames().stream()
                        .filter(key -> !key.startsWith("frame.refused.") && !key.startsWith(Complaint.KEYS))
                        .collect(Collectors.toSet()));
    }

    @Test
    void whatIsRefusedAndSaidInOtherWordsIsKnownByItsSlug() throws IOException {
        assertThat(template("frame")).contains("'frame.refused.' + refusal.slug");
        assertThat(messages("").stringPropertyNames().stream()
                        .filter(key -> key.startsWith("frame.refused."))
                        .map(key -> key.substring("frame.refused.".length())))
                .containsExactlyInAnyOrder(
                        "invalid",
                        "signed-out",
                        "not-shown",
                        "changed-meanwhile",
                        "not-found",
                        "activity-cancelled",
                        "session-cancelled",
                        "sign-up-closed",
                        "full",
                        "nobody-addressed",
                        "nobody-ticked",
                        "recording-state",
                        "too-many-requests",
                        "overloaded");
    }

    private static Set<String> gaps(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static String template(String name) throws IOException {
        return new ClassPathResource("templates/" + name + ".html").getContentAsString(StandardCharsets.UTF_8);
    }

    private static Properties messages(String language) throws IOException {
        Properties messages = new Properties();
        var file = new ClassPathResource("frame/messages" + language + ".properties");
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }
}
