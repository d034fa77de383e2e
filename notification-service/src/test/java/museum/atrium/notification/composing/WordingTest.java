package museum.atrium.notification.composing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class WordingTest {

    static final java.util.List<String> LANGUAGES = Wording.LANGUAGES;

    private static final Path SOURCES = Path.of("src/main/java/museum/atrium/notification/composing");
    private static final Path WORDINGS = Path.of("src/main/resources/mail");
    private static final Path TEMPLATES = Path.of("src/main/mail");
    private static final Set<String> KINDS_OF_ACTIVITY =
            Set.of("kind.webinar", "kind.training", "kind.conference", "kind.course", "kind.series");

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyLanguageSaysTheSameThingsWithTheSameGaps(String language) {
        assertThat(gaps(language)).isEqualTo(gaps("en"));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void nothingIsLeftEmptyOrWithStrayBraces(String language) {
        assertThat(Wording.in(language).phrases().values())
                .allSatisfy(phrase -> assertThat(String.join("x", phrase.texts()))
                        .isNotBlank()
                        .doesNotContain("{", "}", "''"));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void nothingIsExclaimedButAGreeting(String language) {
        assertThat(Wording.in(language).phrases())
                .allSatisfy((key, phrase) -> assertThat(key.startsWith("greeting.")
                                || phrase.texts().stream().noneMatch(text -> text.contains("!")))
                        .as(key)
                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "en ~ ['\"«»„] ~ “[^“”]*”",
                "fr ~ ['\"“”„]|[^\u00a0][:;?!»]|«[^\u00a0] ~ «[^«»]*»",
                "es ~ ['\"“”„] ~ «[^«»]*»",
                "de ~ ['\"”«»] ~ „[^„“]*“",
                "pt ~ ['\"“”„] ~ «[^«»]*»",
                "sl ~ ['\"“”„] ~ »[^»«]*«"
            })
    void quotesAndSpacesAreThoseOfTheLanguage(String language, String foreign, String quotation) {
        assertThat(Wording.in(language).phrases().values()).allSatisfy(phrase -> {
            String sentence = String.join("x", phrase.texts());
            assertThat(sentence).doesNotContainPattern(foreign);
            assertThat(sentence.replaceAll(quotation, "")).doesNotContainPattern("[“”„«»]");
        });
    }

    @Test
    void noKeyIsSaidTwiceInOneFile() throws IOException {
        for (String language : LANGUAGES) {
            Stream<String> keys = Files.readAllLines(WORDINGS.resolve("wording_" + language + ".properties")).stream()
                    .filter(line -> line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')));
            assertThat(keys).as(language).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyPhraseIsUsedAndEveryUsedPhraseExists() throws IOException {
        Set<String> used = new HashSet<>(KINDS_OF_ACTIVITY);
        used.addAll(matches(TEMPLATES, "say\\(\"([a-z.-]+)\"\\)"));
        used.addAll(matches(SOURCES, "\"([a-z]+(?:\\.[a-z]+)+)\""));
        used.remove("atrium.mail");
        used.remove("invite.ics");
        Set<String> forms = Set.of(
                "manage.open.",
                "manage.ended.",
                "subscription.open.",
                "subscription.ended.",
                "speaking.open.",
                "speaking.ended.");
        forms.forEach(form -> used.addAll(Set.of(form + "text", form + "label")));
        used.addAll(Set.of("manage.heading", "subscription.heading", "speaking.heading"));
        keys(kind -> true).forEach(key -> used.addAll(Set.of(key + ".subject", key + ".heading", key + ".lead")));

        used.addAll(Set.of("reminder.following", "reminder-speaker.following", "follow-up.survey", "follow-up.action"));
        Stream.of("subject", "heading", "lead", "more")
                .forEach(part -> used.addAll(Set.of("follow-up-missed." + part, "new-in-series-digest." + part)));
        used.add("new-in-series-digest.action");
        used.addAll(Set.of("recordings-available.subject", "recordings-available.heading"));

        keys(MailKind::asks).forEach(key -> used.add(key + ".action"));

        Arrays.stream(MailKind.values())
                .filter(MailKind::changesSession)
                .forEach(kind -> used.addAll(Set.of(kind.key() + ".waiting", kind.key() + ".offered")));

        Set<String> written = Wording.in("en").phrases().keySet();
        Set<String> optional = keys(kind -> true).map(key -> key + ".more").collect(Collectors.toSet());
        Arrays.stream(MailKind.values())
                .flatMap(kind -> Stream.of(".subject", ".heading", ".lead", ".more", ".waiting")
                        .filter(part -> written.contains(kind.key() + part))
                        .map(part -> kind.keyOfSpeaker() + part))
                .forEach(optional::add);
        assertThat(written).containsAll(used);
        assertThat(written.stream().filter(key -> !optional.contains(key))).isSubsetOf(used);
    }

    @ParameterizedTest
    @CsvSource({
        "fr-CA,en,fr",
        "pt-BR,en,pt",
        "de-CH,en,de",
        "ar,fr,fr",
        "ar,fr-BE,fr",
        "ar,ja,en",
        "sl,en,sl",
        "und,es,es"
    })
    void theReadersLanguageComesBeforeTheActivitysAndEnglishIsLast(String reader, String activity, String expected) {
        assertThat(Wording.of(Locale.forLanguageTag(reader), activity).language())
                .isEqualTo(expected);
    }

    @Test
    void apostrophesMeanNothingButThemselves() {
        assertThat(Phrase.of("It's {title}'s '{title}'").fill(Map.of("title", "O'Neill {x}")))
                .isEqualTo("It's O'Neill {x}'s 'O'Neill {x}'");
    }

    @Test
    void aGapThatNobodyFillsIsOurFaultAndNotTheMails() {
        assertThatThrownBy(() -> Phrase.of("Dear {name},").fill(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("{name}");
    }

    private static Stream<String> keys(Predicate<MailKind> which) {
        return Arrays.stream(MailKind.values())
                .filter(which)
                .flatMap(kind -> Stream.of(kind.key(), kind.keyOfSeries()))
                .distinct();
    }

    private static Map<String, Set<String>> gaps(String language) {
        Map<String, Set<String>> gaps = new HashMap<>();
        Wording.in(language).phrases().forEach((key, phrase) -> gaps.put(key, Set.copyOf(phrase.gaps())));
        return gaps;
    }

    private static Set<String> matches(Path folder, String pattern) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Set<String> found = new HashSet<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Pattern.compile(pattern)
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(match -> found.add(match.group(1)));
            }
            return found;
        }
    }
}
