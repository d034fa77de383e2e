package museum.atrium.notification.composing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every kind in every language. The mails are left in {@code target/mails} to be looked at. */
class EveryMailTest {

    private static final Pattern INVISIBLE = Pattern.compile("(?s)<head>.*?</head>|<div style=\"display:none.*?</div>");

    static Stream<Arguments> kindsAndLanguages() {
        return Arrays.stream(MailKind.values())
                .flatMap(kind -> Wording.LANGUAGES.stream().map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("kindsAndLanguages")
    void hasTheStructureThatMailProgramsAndCalendarsExpect(MailKind kind, String language) throws IOException {
        Letters letters = Letters.sample().in(language);
        Mail mail = letters.mail(kind);
        keep(mail, kind.key(), language);

        boolean withCalendar = !letters.letter(kind).calendar().isEmpty();
        assertThat(mail.structure())
                .isEqualTo(
                        withCalendar
                                ? "mixed(alternative(plain, html, calendar), calendar)"
                                : "alternative(plain, html)");
        assertThat(mail.header("Content-Language")).isEqualTo(language);
        assertThat(mail.header("To"))
                .isEqualTo(
                        kind.addressesByName() ? "\"Mariana Example\" <mariana@example.org>" : "mariana@example.org");
        assertThat(mail.header("From")).isEqualTo("\"Example Network\" <programme@example.org>");
        assertThat(mail.raw().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(998));
        assertThat(mail.bytes()).as("7-bit only").doesNotContain(bytesFrom(128));
    }

    @ParameterizedTest
    @MethodSource("kindsAndLanguages")
    void saysTheSameInPlainTextAsInHtml(MailKind kind, String language) {
        Mail mail = Letters.sample()
                .to("Mariana Example", language, "America/Sao_Paulo")
                .because("The speaker has fallen ill.")
                .mail(kind);

        String text = mail.text().replaceAll("\\s+", " ");
        assertThat(visibleWords(mail.html()))
                .hasSizeGreaterThan(6)
                .allSatisfy(words -> assertThat(text).contains(words));
        assertThat(addresses(mail.html()))
                .isNotEmpty()
                .allSatisfy(address -> assertThat(mail.text()).contains(address));
        assertThat(text).doesNotContain("null").doesNotContainPattern("[{}\\[\\]]");
    }

    @ParameterizedTest
    @MethodSource("kindsAndLanguages")
    void isInOneLanguageThroughout(MailKind kind, String language) {
        String subject = Letters.sample().in(language).mail(kind).header("Subject");
        String html = Letters.sample().in(language).mail(kind).html();

        assertThat(kind == MailKind.LINKS || kind == MailKind.MESSAGE ? html : subject)
                .contains(language.equals("fr") ? "Prendre soin des collections" : "Caring for collections");
        assertThat(html).contains("<html lang=\"" + language + "\" dir=\"ltr\">");
        assertThat(html).contains(escaped(Wording.in(language).say(kind.key() + ".heading")));
        Wording.LANGUAGES.stream()
                .filter(other -> !other.equals(language))
                .forEach(other -> assertThat(html)
                        .doesNotContain(escaped(Wording.in(other).say("footer.personal"))));
    }

    /** With and without logo. A heading per part, none skipped; tables that are layout only; the language where programs drop the html element. */
    @ParameterizedTest
    @MethodSource("kindsAndLanguages")
    void aScreenReaderFindsItsWay(MailKind kind, String language) {
        Letters letters = Letters.sample().in(language);
        for (Letters each : List.of(letters, letters.of(Letters.museums()))) {
            String html = each.mail(kind).html();

            List<Integer> levels =
                    matches(html, "<h([1-6])[ >]").map(Integer::valueOf).toList();
            assertThat(levels).startsWith(1).containsOnlyOnce(1);
            for (int i = 1; i < levels.size(); i++) {
                assertThat(levels.get(i)).as("%s", levels).isLessThanOrEqualTo(levels.get(i - 1) + 1);
            }
            assertThat(matches(html, "(<table [^>]*>)"))
                    .isNotEmpty()
                    .allSatisfy(table -> assertThat(table).contains("role=\"presentation\""));
            assertThat(matches(html, "(<img [^>]*>)"))
                    .allSatisfy(image -> assertThat(image).containsPattern("alt=\"[^\"]+\""));
            assertThat(matches(html, "<a [^>]*>(.*?)</a>"))
                    .allSatisfy(
                            words -> assertThat(words.replaceAll("<[^>]*>", "")).isNotBlank());
            assertThat(matches(html, "(<table [^>]*>)").findFirst().orElseThrow())
                    .contains("lang=\"" + language + "\" dir=\"ltr\"");
        }
    }

    static Stream<Arguments> kindsOfSubscriptionsAndLanguages() {
        return Arrays.stream(MailKind.values())
                .filter(kind -> kind == MailKind.SUBSCRIBED || !kind.key().equals(kind.keyOfSeries()))
                .flatMap(kind -> Wording.LANGUAGES.stream().map(language -> Arguments.of(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("kindsOfSubscriptionsAndLanguages")
    void ofASubscriptionIsInOneLanguageThroughoutToo(MailKind kind, String language) throws IOException {
        Letters series = Letters.sample().ofSeries().in(language);
        Mail mail = series.mail(series.letter(kind, List.of(), false));
        keep(mail, kind.keyOfSeries(), language);

        assertThat(mail.header("Subject"))
                .contains(language.equals("fr") ? "Les musées au travail" : "Museums at work");
        assertThat(mail.html()).contains(escaped(Wording.in(language).say(kind.keyOfSeries() + ".heading")));
        assertThat(mail.text())
                .contains(Wording.in(language).say("kind.series"))
                .doesNotContain(Wording.in(language).say("dates.unknown"))
                .doesNotContain(Wording.in(language).say("manage.heading") + "\r\n");
    }

    private static List<String> visibleWords(String html) {
        String body = INVISIBLE.matcher(html).replaceAll("");
        return Arrays.stream(body.split("<[^>]*>"))
                .map(words -> unescaped(words).replaceAll("\\s+", " ").strip())
                .filter(words -> words.length() > 1)
                .toList();
    }

    private static List<String> addresses(String html) {
        return matches(html, "href=\"([^\"]+)\"").map(EveryMailTest::unescaped).toList();
    }

    private static Stream<String> matches(String html, String pattern) {
        return Pattern.compile(pattern).matcher(html).results().map(match -> match.group(1));
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("'", "&#39;").replace("\"", "&quot;");
    }

    private static byte[] bytesFrom(int first) {
        byte[] bytes = new byte[256 - first];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (first + i);
        }
        return bytes;
    }

    private static void keep(Mail mail, String kind, String language) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "mails"));
        String name = kind + "-" + language;
        Files.write(folder.resolve(name + ".eml"), mail.bytes());
        Files.writeString(folder.resolve(name + ".html"), mail.html());
        Files.writeString(folder.resolve(name + ".txt"), mail.text());
    }
}
