package museum.atrium.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import museum.atrium.inbox.scripted.Moment;
import museum.atrium.inbox.scripted.Reaction;
import museum.atrium.inbox.scripted.ScriptedSmtp;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class PipeliningTest {

    @Test
    void aServerThatAnnouncesItAndDoesNotKeepItIsSpokenToOneByOne() throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.timeout", "500");
        Session session = Session.getInstance(properties);
        try (ScriptedSmtp smtp = ScriptedSmtp.start()) {
            smtp.follow((moment, mail) -> moment == Moment.MAIL ? Reaction.acceptAlone() : Reaction.accept());
            JavaMailSenderImpl settings = new JavaMailSenderImpl();
            settings.setHost("127.0.0.1");
            settings.setPort(smtp.port());
            try (Connection connection = new Connection(new MailServer(settings, session))) {
                MimeMessage message = new MimeMessage(session);
                message.setFrom("programme@example.org");
                message.setText("Good morning");
                Address[] recipient = {new InternetAddress("mariana@example.org")};

                assertThat(connection.send(message, recipient)).isInstanceOf(Outcome.Unreachable.class);
                assertThat(connection.send(message, recipient)).isInstanceOf(Outcome.Accepted.class);
                assertThat(connection.send(message, recipient)).isInstanceOf(Outcome.Accepted.class);
            }
            assertThat(smtp.accepted()).hasSize(2);
        }
    }
}
