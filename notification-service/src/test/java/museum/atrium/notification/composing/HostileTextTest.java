package museum.atrium.notification.composing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.util.Map;
import net.fortuna.ical4j.model.Component;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {

    private static final Letters SAMPLE = Letters.sample();

    @Test
    void whatAnOrganiserWritesIsTextInOneLineOfSubjectAndTurnsNothingAround() throws MessagingException {
        Mail mail = SAMPLE.to("\u05DE\u05E8\u05D9\u05DD", "en", "Europe/Paris")
                .message(
                        "ar",
                        "\u0645\u0631\u062D\u0628\u0627\r\nBcc: other@example.org \u202E" + "x".repeat(150),
                        "<script>alert(1)</script> & \u202E\u0645\u0631\u062D\u0628\u0627 https://museum.example.org/\"onclick=\"x");

        assertThat(mail.message().getHeader("Bcc")).isNull();
        assertThat(mail.header("Subject")).startsWith("\u0645\u0631\u062D\u0628\u0627 Bcc: other@example.org x");
        assertThat(mail.html())
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt; &amp;",
                        "<p dir=\"auto\"",
                        "<bdi>\u05DE\u05E8\u05D9\u05DD</bdi>",
                        "lang=\"ar\"")
                .contains("href=\"https://museum.example.org/\"")
                .doesNotContain("<script", "onclick=\"x\"", "\u202E");
        assertThat(mail.text())
                .contains(
                        "<script>alert(1)</script> & \u0645\u0631\u062D\u0628\u0627",
                        "Dear \u2068\u05DE\u05E8\u05D9\u05DD\u2069,")
                .doesNotContain("\u202E");
    }

    @Test
    void markupInANameIsShownNotObeyed() {
        Mail mail = named("<img src=x onerror=alert(1)> & \"Co\" [[${7*7}]] {name} #{footer.why}");

        assertThat(mail.html())
                .doesNotContain("<img")
                .contains("&lt;img src=x onerror=alert(1)&gt; &amp; \"Co\" [[${7*7}]] {name} #{footer.why}");
        assertThat(mail.text()).contains("<img src=x onerror=alert(1)> & \"Co\" [[${7*7}]] {name} #{footer.why}");
    }

    @Test
    void lineBreaksInNamesAndTitlesCannotAddHeadersOrLines() throws MessagingException {
        Mail mail = SAMPLE.to("Eve\r\nBcc: victim@example.org\r\n\r\nHello", "en", "Europe/Paris")
                .about("WEBINAR", Map.of("en", "Title\r\nX-Evil: yes\nBEGIN:VEVENT\u2028Z"), "en")
                .mail(MailKind.CONFIRMATION);

        assertThat(mail.message().getHeader("Bcc")).isNull();
        assertThat(mail.message().getHeader("X-Evil")).isNull();
        assertThat(mail.message().getAllRecipients()).hasSize(1);
        assertThat(mail.header("Subject")).isEqualTo("Confirmed: Title X-Evil: yes BEGIN:VEVENT Z");
        assertThat(mail.text()).contains("Dear Eve Bcc: victim@example.org Hello,");
        assertThat(mail.calendars().getFirst().calendar().getComponents(Component.VEVENT))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wolfeschlegelstein", "\"\\,;", "Зоя Ивановна ", "مريم بنت عبد الله ", "田中", "👩🏽‍🎨"})
    void nameOfFiveHundredCharactersSurvives(String part) throws MessagingException {
        String repeated = part.repeat(500 / part.length() + 1);
        String name = repeated.substring(
                        0, repeated.offsetByCodePoints(0, Math.min(repeated.codePointCount(0, repeated.length()), 500)))
                .strip();
        Mail mail = named(name);

        InternetAddress to = (InternetAddress) mail.message().getRecipients(Message.RecipientType.TO)[0];
        assertThat(to.getPersonal()).isEqualTo(name);
        assertThat(to.getAddress()).isEqualTo("mariana@example.org");
        assertThat(mail.raw().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(78));
        assertThat(mail.text()).contains(name);
    }

    @Test
    void aRightToLeftNameCannotTurnTheSentenceAroundIt() {
        Mail mail = named("مريم بنت عبد الله");

        assertThat(mail.html()).contains("Dear <bdi>مريم بنت عبد الله</bdi>,");
        assertThat(mail.text()).contains("Dear \u2068مريم بنت عبد الله\u2069,");
    }

    @Test
    void overridesOfTheReadingDirectionAreDropped() {
        assertThat(named("\u202Eeve\u2069\u202C Example").text()).contains("Dear eve Example,");
    }

    @Test
    void aLinkInANameIsNoLink() {
        Mail mail = named("Win at https://evil.example.com/now");

        assertThat(mail.text()).doesNotContain("https://evil", "evil.example").contains("Win at https:");
        assertThat(mail.html()).doesNotContain("https://evil", "evil.example");
    }

    @Test
    void halfASurrogatePairDoesNoHarm() {
        assertThat(named("Broken \uD83D name").text()).contains("Dear Broken \uFFFD name,");
    }

    @Test
    void aNameOfNothingButControlsIsAddressedAsAParticipant() {
        Mail mail = named("\u0000\u202E \r\n");

        assertThat(mail.text()).contains("Dear participant,");
        assertThat(mail.header("To")).isEqualTo("mariana@example.org");
    }

    @Test
    void quotesAndSeparatorsInANameDoNotBreakTheCalendar() {
        var attendee = named("Ana \"Nika\"; Kos, : \\ ^n")
                .calendars()
                .getFirst()
                .calendar()
                .getComponents(Component.VEVENT)
                .getFirst()
                .getRequiredProperty("ATTENDEE");

        assertThat(attendee.getValue()).isEqualTo("mailto:mariana@example.org");
        assertThat(attendee.getRequiredParameter("CN").getValue()).isEqualTo("Ana 'Nika'; Kos, :  n");
    }

    @Test
    void aNameThatLooksLikeAnEncodedWordStaysWhatItIs() throws MessagingException {
        Mail mail = named("=?UTF-8?B?RXZl?=");

        assertThat(((InternetAddress) mail.message().getAllRecipients()[0]).getPersonal())
                .isEqualTo("=?UTF-8?B?RXZl?=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org, b@example.org",
                "a@example.org\r\nBcc: b@example.org",
                "Eve <a@example.org>",
                "no-address",
                "@example.org",
                "a b@example.org",
                "a\u200E@example.org",
                ""
            })
    void whatIsNotOnePlainAddressIsRefusedWithoutBeingRepeated(String address) {
        assertThatThrownBy(() -> SAMPLE.at(address).mail(MailKind.CONFIRMATION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not an address that mail can be sent to")
                .hasNoCause();
    }

    @Test
    void aDomainInAnyScriptIsWrittenInAscii() {
        assertThat(SAMPLE.at("ana@müze.example").mail(MailKind.CONFIRMATION).header("To"))
                .contains("<ana@xn--mze-hoa.example>");
    }

    private static Mail named(String name) {
        return SAMPLE.to(name, "en", "Europe/Paris").mail(MailKind.CONFIRMATION);
    }
}
