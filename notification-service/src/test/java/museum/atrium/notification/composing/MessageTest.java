package museum.atrium.notification.composing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

    private static final Letters SAMPLE = Letters.sample();

    @Test
    void theMessageIdIsGivenAndSurvivesBeingSavedAgain() throws MessagingException {
        MimeMessage message = Letters.composing(SAMPLE.now()).compose(SAMPLE.letter(MailKind.CONFIRMATION));
        message.saveChanges();

        assertThat(message.getMessageID()).isEqualTo("<9f2c6a1e.confirmation@example.org>");
        assertThat(Mail.of(message).header("Message-ID")).isEqualTo("<9f2c6a1e.confirmation@example.org>");
    }

    @Test
    void theSameLetterAtTheSameTimeIsTheSameMessage() {
        assertThat(SAMPLE.mail(MailKind.CONFIRMATION).bytes())
                .isEqualTo(SAMPLE.mail(MailKind.CONFIRMATION).bytes());
    }

    @Test
    void itSaysThatItWasWrittenByAMachineAndWhere() {
        Mail mail = SAMPLE.mail(MailKind.REMINDER);

        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("X-Auto-Response-Suppress")).isEqualTo("OOF, AutoReply");
        assertThat(mail.header("List-Id")).isEqualTo("<" + Letters.ACTIVITY + ".activities.example.org>");
        assertThat(mail.header("Date")).startsWith("Mon, 1 Feb 2027 09:00:00 +0000");
        assertThat(mail.header("MIME-Version")).isEqualTo("1.0");
    }

    @ParameterizedTest
    @EnumSource
    void whatCanBeStoppedSaysHowByMachineAndByHandAndNothingElseDoes(MailKind kind) throws MessagingException {
        Mail mail = SAMPLE.mail(kind);

        if (kind.topic() == null) {
            assertThat(mail.message().getHeader("List-Unsubscribe")).isNull();
            assertThat(mail.message().getHeader("List-Unsubscribe-Post")).isNull();
            assertThat(mail.html()).doesNotContain("/unsubscribe/");
        } else {
            assertThat(mail.message().getHeader("List-Unsubscribe")).containsExactly("<" + Letters.UNSUBSCRIBE + ">");
            assertThat(mail.message().getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
            assertThat(mail.html()).contains("href=\"" + Letters.UNSUBSCRIBE + "\"");
            assertThat(mail.text().lines()).contains(Letters.UNSUBSCRIBE.toString());
        }
    }

    @Test
    void mostlyNonLatinTextIsBase64AndLatinTextStaysReadable() {
        Map<String, String> title = Map.of("ja", "博物館の収蔵品を守る".repeat(40));

        assertThat(SAMPLE.mail(MailKind.REMINDER).piece("text/html").encoding()).isEqualTo("quoted-printable");
        assertThat(SAMPLE.about("WEBINAR", title, "ja")
                        .mail(MailKind.REMINDER)
                        .piece("text/plain")
                        .encoding())
                .isEqualTo("base64");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Atrium <atrium@localhost>                  | Atrium                  | atrium@localhost
            programme@example.org                      | programme@example.org   | programme@example.org
            "Réseau des musées" <programme@example.org> | Réseau des musées      | programme@example.org
            """)
    void theSenderIsTheConfiguredMailbox(String from, String name, String address) throws MessagingException {
        Mail mail = Mail.of(Letters.composing(SAMPLE.now(), from).compose(SAMPLE.letter(MailKind.CONFIRMATION)));

        InternetAddress sender = (InternetAddress) mail.message().getFrom()[0];
        assertThat(sender.getPersonal()).isEqualTo(name);
        assertThat(sender.getAddress()).isEqualTo(address);
        assertThat(mail.message().getFrom()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@example.org, b@example.org"})
    void aSenderThatIsNotOneMailboxStopsTheStart(String from) {
        assertThatThrownBy(() -> Letters.composing(SAMPLE.now(), from))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("MAIL_FROM");
    }
}
