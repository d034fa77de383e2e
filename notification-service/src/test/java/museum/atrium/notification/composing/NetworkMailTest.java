package museum.atrium.notification.composing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails in the name of a network. */
class NetworkMailTest {

    private static final Letters PLAIN = Letters.sample();
    private static final Letters SAMPLE = PLAIN.of(Letters.museums());

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void comeFromItAndSayAtTheirEndWhoItIs(MailKind kind) throws IOException {
        Mail mail = SAMPLE.mail(kind);

        assertThat(mail.header("From")).isEqualTo("\"Example Museums\" <programme@museums.example.org>");
        assertThat(mail.header("Reply-To")).isEqualTo("\"Example Museums\" <office@museums.example.org>");
        assertThat(mail.text().replace("\r\n", "\n")).endsWith("""
                Example Museums
                Association of Example Museums
                1 Museum Square, 1000 Example
                Imprint and privacy notice
                http://localhost:8080/networks/example-museums
                """);
        assertThat(mail.html())
                .contains(
                        "<bdi>Association of Example Museums</bdi><br><bdi>1 Museum Square, 1000 Example</bdi>",
                        "<a href=\"http://localhost:8080/networks/example-museums\"",
                        "src=\"https://museums.example.org/logo.png\" alt=\"Example Museums: an open door\"");
        Files.writeString(
                Files.createDirectories(Path.of("target", "mails")).resolve("network-" + kind.key() + ".html"),
                mail.html());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "de", "pt", "sl"})
    void sayItInTheReadersLanguage(String language) {
        Mail mail = SAMPLE.in(language).mail(MailKind.REMINDER);

        assertThat(mail.text())
                .contains(
                        Wording.in(language).say("footer.legal"),
                        language.equals("fr") ? "1, place du Musée" : "1 Museum Square");
        assertThat(mail.html())
                .contains("lang=\"" + (language.equals("fr") ? "fr" : "en") + "\" style=\"margin:6px 0;");
    }

    @Test
    void withoutANetworkNothingOfItIsSaid() throws MessagingException {
        Mail mail = PLAIN.mail(MailKind.CONFIRMATION);

        assertThat(mail.message().getHeader("Reply-To")).isNull();
        assertThat(mail.html()).doesNotContain("<img", "/networks/");
        assertThat(mail.text()).doesNotContain("/networks/").endsWith("Example Network\r\n");
    }

    @Test
    void whatANetworkLacksTheInstallationStandsInForOrIsLeftOut() throws MessagingException {
        Mail mail = PLAIN.of(named("Bare Museums", null)).mail(MailKind.CONFIRMATION);

        assertThat(mail.header("From")).isEqualTo("\"Bare Museums\" <programme@example.org>");
        assertThat(mail.message().getHeader("Reply-To")).isNull();
        assertThat(mail.html()).doesNotContain("<img").contains("Bare Museums");
    }

    @Test
    void sayWhereAnswersGoWhereTheNetworkReadsThem() {
        assertThat(SAMPLE.mail(MailKind.CONFIRMATION).text())
                .contains("Replies to this email go to office@museums.example.org.");
        assertThat(PLAIN.of(named("Museums", "programme@museums.example.org"))
                        .mail(MailKind.CONFIRMATION)
                        .text())
                .contains("Replies to this email go to programme@museums.example.org.");
        assertThat(PLAIN.of(named("Museums", null)).mail(MailKind.CONFIRMATION).text())
                .doesNotContain("Replies to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Museums", "MUSEUMS, 1 Museum Square"})
    void aNameThatTheImprintBeginsWithStandsInTheFooterOnce(String imprint) {
        NetworkInfo network = named("Museums", null, imprint, null);
        Mail mail = PLAIN.of(network).mail(MailKind.CONFIRMATION);

        assertThat(mail.text().replace("\r\n", "\n"))
                .endsWith("Please do not forward it.\n\n" + imprint
                        + "\nImprint and privacy notice\nhttp://localhost:8080/networks/museums\n");
        assertThat(mail.html().substring(mail.html().indexOf("Please do not forward it.")))
                .containsOnlyOnce("<bdi>")
                .contains("<bdi>" + imprint + "</bdi>");
    }

    /** With images off and to a screen reader, the logo is its text. */
    @Test
    void aLogoThatSaysTheNameStandsForIt() {
        NetworkInfo.Logo logo =
                new NetworkInfo.Logo(URI.create("https://museums.example.org/logo.png"), Map.of("en", "Museums"));

        assertThat(PLAIN.of(named("Museums", null, "1 Museum Square", logo))
                        .mail(MailKind.CONFIRMATION)
                        .html())
                .contains("alt=\"Museums\"")
                .containsOnlyOnce("<bdi>Museums</bdi>");
        assertThat(SAMPLE.mail(MailKind.CONFIRMATION).html().split("<bdi>Example Museums</bdi>"))
                .as("at the top and in the footer")
                .hasSize(3);
    }

    /** Calendars take an update only from who sent the invitation, and a network may get another address in between. */
    @Test
    void theOrganizerOfAnEntryStaysTheInstallationsMailboxUnderTheNetworksName() {
        Property organizer = SAMPLE.mail(MailKind.CONFIRMATION)
                .calendars()
                .getFirst()
                .calendar()
                .getComponents(Component.VEVENT)
                .getFirst()
                .getRequiredProperty("ORGANIZER");

        assertThat(organizer.getValue()).isEqualTo("mailto:programme@example.org");
        assertThat(organizer.getRequiredParameter("CN").getValue()).isEqualTo("Example Museums");
    }

    @Test
    void theListAndTheMessageIdStayTheInstallations() {
        Mail mail = SAMPLE.mail(MailKind.REMINDER);

        assertThat(mail.header("List-Id"))
                .isEqualTo(PLAIN.mail(MailKind.REMINDER).header("List-Id"));
        assertThat(mail.header("Message-ID"))
                .isEqualTo(PLAIN.mail(MailKind.REMINDER).header("Message-ID"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eve\r\nBcc: victim@example.org\r\n\r\nHello",
                "\u202Eeve",
                "=?UTF-8?B?RXZl?=",
                "a\" <e@example.org>"
            })
    void aNameIsNothingButAName(String name) throws MessagingException {
        Mail mail = PLAIN.of(named(name, "programme@museums.example.org")).mail(MailKind.CONFIRMATION);

        assertThat(mail.message().getHeader("Bcc")).isNull();
        assertThat(mail.message().getFrom()).hasSize(1);
        InternetAddress from = (InternetAddress) mail.message().getFrom()[0];
        assertThat(from.getAddress()).isEqualTo("programme@museums.example.org");
        assertThat(from.getPersonal()).isEqualTo(OneLine.of(name)).doesNotContain("\r", "\n", "\u202E");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Museumsverbund", "Сеть музеев ", "متاحف ", "博物館"})
    void aNameOfFiveHundredCharactersIsFolded(String part) throws MessagingException {
        String name = part.repeat(500 / part.length()).strip();
        Mail mail = PLAIN.of(named(name, "programme@museums.example.org")).mail(MailKind.REMINDER);

        assertThat(((InternetAddress) mail.message().getFrom()[0]).getPersonal())
                .isEqualTo(name);
        assertThat(mail.message().getRecipients(Message.RecipientType.TO)).hasSize(1);
        // A link stands on one line, as those want it who read it by machine.
        assertThat(mail.raw().lines().filter(line -> !line.startsWith("List-Unsubscribe: ")))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(78));
    }

    @Test
    void anAddressThatIsNoneIsRefusedWithoutBeingRepeated() {
        assertThatThrownBy(() -> PLAIN.of(named("Museums", "a@example.org\r\nBcc: b@example.org"))
                        .mail(MailKind.CONFIRMATION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("@");
    }

    private static NetworkInfo named(String name, @Nullable String senderAddress) {
        return named(name, senderAddress, "1 Museum Square", null);
    }

    private static NetworkInfo named(
            String name, @Nullable String senderAddress, String imprint, NetworkInfo.@Nullable Logo logo) {
        return new NetworkInfo(
                name,
                "en",
                logo,
                senderAddress,
                null,
                Map.of("en", imprint),
                URI.create("http://localhost:8080/networks/museums"));
    }
}
