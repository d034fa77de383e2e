package museum.atrium.notification.composing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is new in a series, gathered into one mail. */
class DigestMailTest {

    private static final Letters SAMPLE = Letters.sample();
    private static final String PAGE = "http://localhost:8080/registrations/" + Letters.TOKEN;

    @ParameterizedTest
    @FieldSource("museum.atrium.notification.composing.WordingTest#LANGUAGES")
    void everyActivityIsShownAlikeWithItsLinkItsTimesAndItsSummary(String language) throws IOException {
        Letters letters = SAMPLE.to("Mariana Example", language, "America/Sao_Paulo");
        Mail mail = letters.mail(letters.news(course(), undated()));
        Path folder = Files.createDirectories(Path.of("target", "mails"));
        Files.writeString(folder.resolve("new-in-series-digest-" + language + ".html"), mail.html());
        Files.writeString(folder.resolve("new-in-series-digest-" + language + ".txt"), mail.text());

        for (String slug : List.of("caring-for-collections", "light-and-climate", "pests")) {
            assertThat(mail.html())
                    .containsOnlyOnce("<a href=\"" + PAGE + "#activity-" + slug + "\" style=\"color:#1d5c63;\"><bdi>");
            assertThat(mail.text()).containsOnlyOnce(PAGE + "#activity-" + slug + "\r\n");
        }
        assertThat(mail.html().split("<h2 lang=")).as("one heading each").hasSize(4);
        assertThat(mail.html().split("<h1")).hasSize(2);
        assertThat(mail.text())
                .contains(Wording.in(language).say("new-in-series-digest.action") + "\r\n" + PAGE + "\r\n")
                .contains(Wording.in(language).say("dates.unknown"));
    }

    @Test
    void allThatIsSaidOfOneIsSaidOfEach() {
        Letters letters = SAMPLE.to("Mariana Example", "en", "America/Sao_Paulo");

        assertThat(letters.mail(letters.news(course(), undated())).text().replace("\r\n", "\n"))
                .contains("""
                Caring for collections
                Webinar · organised by Example Network
                Monday, 1 March 2027, 11:00–12:30 (Brasilia Standard Time, America/Sao_Paulo)
                In the host’s time zone: 15:00–16:30 (Central European Time, Europe/Paris)

                One hour on storage: few staff, little money, and what can be done all the same.

                %1$s#activity-caring-for-collections

                Light and climate
                Course · organised by Example Network
                Tuesday, 23 March 2027 – Wednesday, 24 March 2027 (Brasilia Standard Time, America/Sao_Paulo)

                What lamps do.

                What windows do.

                %1$s#activity-light-and-climate

                Pests
                Webinar · organised by Example Network
                The dates have not been announced yet.
                %1$s#activity-pests
                """.formatted(PAGE));
    }

    @Test
    void daysThatAreOthersAtHomeAreToldTwice() {
        Letters letters = SAMPLE.to("Mariana Example", "en", "Pacific/Apia");

        assertThat(letters.mail(letters.news(course())).text().replace("\r\n", "\n"))
                .contains("""
                Wednesday, 24 March 2027 – Thursday, 25 March 2027 (Samoa Standard Time, Pacific/Apia)
                In the host’s time zone: Tuesday, 23 March 2027 – Wednesday, 24 March 2027 (Western European Time, Europe/Lisbon)
                """);
    }

    private static HeldInfo course() {
        return news(
                "COURSE",
                "light-and-climate",
                "Light and climate",
                "What lamps do.\n\nWhat windows do.",
                Letters.conference());
    }

    private static HeldInfo undated() {
        return news("WEBINAR", "pests", "Pests", "");
    }

    private static HeldInfo news(String kind, String slug, String title, String summary, SessionInfo... sessions) {
        ActivityInfo activity = new ActivityInfo(
                UUID.randomUUID(),
                slug,
                kind,
                Map.of("en", title),
                Map.of("en", summary),
                "en",
                List.of("Example Network"),
                null);
        return new HeldInfo(
                new RegistrationInfo(Standing.INTERESTED, Role.PARTICIPANT, null),
                activity,
                false,
                List.of(sessions),
                SAMPLE.letter(MailKind.NEW_IN_SERIES).links().manage());
    }
}
