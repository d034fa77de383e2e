package museum.atrium.inbox;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import museum.atrium.inbox.scripted.Mail;
import museum.atrium.inbox.scripted.Moment;
import museum.atrium.inbox.scripted.Reaction;
import museum.atrium.inbox.scripted.ScriptedSmtp;
import org.junit.jupiter.api.Test;

class ScriptedSmtpTest {

    private static final String MESSAGE = "Message-ID: <1@example.org>\nSubject: Hello\n\nHello";

    @Test
    void withoutAScriptEveryMailIsAcceptedAndRemembered() throws IOException {
        try (ScriptedSmtp smtp = ScriptedSmtp.start();
                SmtpClient client = SmtpClient.greeted(smtp.port())) {
            assertThat(client.mail("jo@example.org", MESSAGE)).startsWith("250");
            assertThat(client.mail("ines@example.org", MESSAGE)).startsWith("250");
            assertThat(client.say("QUIT")).startsWith("221");
            assertThat(smtp.accepted())
                    .extracting(Mail::to)
                    .containsExactly(List.of("jo@example.org"), List.of("ines@example.org"));
            assertThat(smtp.accepted().getFirst().messageId()).contains("<1@example.org>");
            assertThat(smtp.accepted().getFirst().from()).isEqualTo("bounces@example.org");
        }
    }

    @Test
    void oneRecipientIsRefusedAndTheOthersAreNot() throws IOException {
        try (ScriptedSmtp smtp = ScriptedSmtp.start();
                SmtpClient client = SmtpClient.greeted(smtp.port())) {
            smtp.follow((moment, mail) -> moment == Moment.RCPT && mail.to().contains("gone@example.org")
                    ? Reaction.answer(550, "5.1.1 Nobody of that name")
                    : Reaction.accept());
            client.say("MAIL FROM:<a@example.org>");
            assertThat(client.say("RCPT TO:<gone@example.org>")).isEqualTo("550 5.1.1 Nobody of that name\n");
            assertThat(client.say("DATA")).startsWith("554");
            client.say("RSET");
            assertThat(client.mail("jo@example.org", MESSAGE)).startsWith("250");
            assertThat(smtp.received()).extracting(Mail::to).containsExactly(List.of("jo@example.org"));
        }
    }

    @Test
    void aMessageIsRefusedAfterItsFinalDot() throws IOException {
        try (ScriptedSmtp smtp = ScriptedSmtp.start();
                SmtpClient client = SmtpClient.greeted(smtp.port())) {
            smtp.follow(
                    (moment, mail) -> moment == Moment.DOT ? Reaction.answer(451, "4.3.0 Later") : Reaction.accept());
            assertThat(client.mail("jo@example.org", MESSAGE)).startsWith("451");
            assertThat(smtp.accepted()).isEmpty();
            assertThat(smtp.received()).hasSize(1);
        }
    }

    @Test
    void theConnectionEndsBeforeOrAfterTheLastAnswer() throws IOException {
        try (ScriptedSmtp smtp = ScriptedSmtp.start()) {
            smtp.follow((moment, mail) -> moment == Moment.DOT ? Reaction.hangUp() : Reaction.accept());
            try (SmtpClient client = SmtpClient.greeted(smtp.port())) {
                assertThat(client.mail("jo@example.org", MESSAGE)).isEmpty();
            }
            assertThat(smtp.received()).hasSize(1);
            assertThat(smtp.accepted()).isEmpty();

            smtp.follow((moment, mail) -> moment == Moment.DOT ? Reaction.acceptThenHangUp() : Reaction.accept());
            try (SmtpClient client = SmtpClient.greeted(smtp.port())) {
                assertThat(client.mail("jo@example.org", MESSAGE)).startsWith("250");
                assertThat(client.answer()).isEmpty();
            }
            assertThat(smtp.accepted()).hasSize(1);
        }
    }

    @Test
    void aClientWaitsBetweenItsFinalDotAndTheAnswerForAsLongAsATestWants() throws IOException {
        var release = new CompletableFuture<Void>();
        var dotCame = new CompletableFuture<Mail>();
        try (ScriptedSmtp smtp = ScriptedSmtp.start();
                SmtpClient client = SmtpClient.greeted(smtp.port())) {
            smtp.follow((moment, mail) -> {
                if (moment != Moment.DOT) {
                    return Reaction.accept();
                }
                dotCame.complete(mail);
                return Reaction.after(release, Reaction.accept());
            });
            client.say("MAIL FROM:<a@example.org>");
            client.say("RCPT TO:<jo@example.org>");
            client.say("DATA");
            client.write("Message-ID: <2@example.org>\r\n\r\n.\r\n");
            assertThat(dotCame.join().messageId()).contains("<2@example.org>");
            assertThat(smtp.received()).isEmpty();
            release.complete(null);
            assertThat(client.answer()).startsWith("250");
        }
    }

    @Test
    void aServerThatWasStoppedComesBackAtTheSamePort() throws IOException {
        int port;
        try (ScriptedSmtp smtp = ScriptedSmtp.start();
                SmtpClient client = SmtpClient.greeted(smtp.port())) {
            port = smtp.port();
            smtp.close();
            assertThat(client.answer()).isEmpty();
            eventually(() -> assertThatThrownBy(() -> SmtpClient.greeted(port)).isInstanceOf(ConnectException.class));
        }
        try (ScriptedSmtp smtp = ScriptedSmtp.start(port);
                SmtpClient client = SmtpClient.greeted(port)) {
            assertThat(client.mail("jo@example.org", MESSAGE)).startsWith("250");
            assertThat(smtp.accepted()).hasSize(1);
        }
    }
}
