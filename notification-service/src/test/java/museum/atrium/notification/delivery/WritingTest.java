package museum.atrium.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import museum.atrium.notification.bounces.ReturnAddresses;
import museum.atrium.notification.composing.ActivityInfo;
import museum.atrium.notification.composing.Composing;
import museum.atrium.notification.composing.Letter;
import museum.atrium.notification.composing.Links;
import museum.atrium.notification.composing.MailKind;
import museum.atrium.notification.composing.MailSettings;
import museum.atrium.notification.composing.Recipient;
import museum.atrium.notification.composing.RegistrationInfo;
import museum.atrium.notification.composing.Role;
import museum.atrium.notification.composing.Standing;
import museum.atrium.notification.signing.Signing;
import museum.atrium.notification.story.Notified;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mails of which nothing can be made never reach the connection: the one here leads nowhere. */
class WritingTest {

    private static final Session SESSION = Session.getInstance(new Properties());

    private final Connection connection = new Connection(new MailServer(new JavaMailSenderImpl(), SESSION));

    @Test
    void whatCanNeverBeComposedIsImpossible() {
        Composing composing = new Composing(SESSION, Clock.systemUTC(), new MailSettings("atrium@example.org"));

        Outcome outcome = writing(composing).send(ready("not an address"), connection);

        assertThat(outcome).isInstanceOf(Outcome.Impossible.class);
        assertThat(outcome.reply()).doesNotContain("not an address");
    }

    @Test
    void anyOtherFailureMayBeOursAndPass() {
        Composing failing = new Composing(SESSION, Clock.systemUTC(), new MailSettings("atrium@example.org")) {
            @Override
            public MimeMessage compose(Letter letter) {
                throw new IllegalStateException("a wording lacks a phrase");
            }
        };

        assertThat(writing(failing).send(ready("ana@example.org"), connection))
                .isEqualTo(new Outcome.Deferred("the mail could not be composed"));
    }

    private static Writing writing(Composing composing) {
        Sealing sealing = new Sealing(SESSION, new Signing("", "", ""), new ReturnAddresses("", Notified.MANAGE_KEY));
        return new Writing(
                composing, sealing, new DeliveryMetrics(new SimpleMeterRegistry(), Clock.systemUTC()), new Closings());
    }

    private static Ready ready(String address) {
        UUID registration = UUID.randomUUID();
        Delivery delivery = RetryingTest.delivery(0, Clock.systemUTC().instant(), null);
        return new Ready(
                delivery,
                new Letter(
                        MailKind.CONFIRMATION,
                        delivery.mark() + "@example.org",
                        new Recipient(registration, address, "Ana", Locale.ENGLISH, ZoneOffset.UTC),
                        new RegistrationInfo(Standing.CONFIRMED, Role.PARTICIPANT, null),
                        new ActivityInfo(
                                UUID.randomUUID(),
                                "hello",
                                "WEBINAR",
                                Map.of("en", "Hello"),
                                Map.of(),
                                "en",
                                List.of(),
                                null),
                        List.of(),
                        List.of(),
                        new Links(URI.create("https://atrium.example.org/registrations/x"), Map.of(), null, null, null),
                        null,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        null,
                        null,
                        null));
    }
}
