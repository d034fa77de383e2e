package museum.atrium.notification.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import museum.atrium.inbox.scripted.Mail;
import museum.atrium.inbox.scripted.Moment;
import museum.atrium.inbox.scripted.Reaction;
import museum.atrium.inbox.scripted.ScriptedSmtp;
import museum.atrium.outbox.CaughtUp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service with a mail server that does what the test says. */
@Notified
public abstract class WithScriptedServer {

    private static ScriptedSmtp smtp = start(0);

    @Autowired
    protected Announcer announcer;

    @Autowired
    protected Outbound outbound;

    @Autowired
    CaughtUp caughtUp;

    /** Before that only transactional mails go. */
    @BeforeEach
    void theServiceHasCaughtUp() {
        eventually(
                Duration.ofSeconds(60), () -> assertThat(caughtUp.isCaughtUp()).isTrue());
    }

    protected static ScriptedSmtp start(int port) {
        try {
            return ScriptedSmtp.start(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.port", smtp::port);
    }

    @AfterEach
    protected void acceptEverything() {
        smtp.follow((moment, mail) -> Reaction.accept());
    }

    protected ScriptedSmtp smtp() {
        return smtp;
    }

    /** As a server that is killed, and one that comes back later. */
    protected void restart(Runnable meanwhile) {
        int port = smtp.port();
        try {
            smtp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        meanwhile.run();
        smtp = start(port);
    }

    /** At this moment of a mail to this person, as long as it may. */
    protected void follow(UUID person, Moment at, Predicate<Integer> times, Reaction reaction) {
        var count = new AtomicInteger();
        smtp.follow((moment, mail) ->
                moment == at && mail.to().contains(Story.address(person)) && times.test(count.getAndIncrement())
                        ? reaction
                        : Reaction.accept());
    }

    /** The Message-IDs of what came whole for this person, whatever was answered. */
    protected List<String> received(UUID person) {
        return messageIds(smtp.received(), person);
    }

    /** The Message-IDs of what was accepted for this person. */
    protected List<String> accepted(UUID person) {
        return messageIds(smtp.accepted(), person);
    }

    /** The calendar parts of what was accepted for this person. */
    protected List<String> acceptedCalendars(UUID person) {
        return smtp.accepted().stream()
                .filter(mail -> mail.to().contains(Story.address(person)))
                .map(mail -> calendar(mail.message()))
                .toList();
    }

    private static String calendar(String message) {
        try {
            MimeMessage parsed = new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(message.getBytes(UTF_8)));
            MimeMultipart alternatives = (MimeMultipart)
                    ((MimeMultipart) parsed.getContent()).getBodyPart(0).getContent();
            return new String(alternatives.getBodyPart(2).getInputStream().readAllBytes(), UTF_8);
        } catch (MessagingException | IOException e) {
            throw new AssertionError("Not an invitation", e);
        }
    }

    private static List<String> messageIds(List<Mail> mails, UUID person) {
        return mails.stream()
                .filter(mail -> mail.to().contains(Story.address(person)))
                .map(mail -> mail.messageId().orElseThrow())
                .toList();
    }
}
