package museum.atrium.system;

import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.system.mail.MailKind;
import museum.atrium.system.mail.ReceivedMail;
import museum.atrium.system.stack.Stack;
import museum.atrium.system.surface.ActivityDraft;
import museum.atrium.system.surface.ActivityDraft.SessionDraft;
import museum.atrium.system.surface.Person;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** From an organiser's words to the mail of those whom they are for, and of nobody else. */
@SystemTest
@Order(2)
class MessagesIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final SessionDraft AFTERNOON = SessionDraft.live(
            Instant.parse("2030-03-01T14:00:00Z"), Instant.parse("2030-03-01T15:00:00Z"), "Europe/Paris");

    private final Visitors visitors;
    private final Person ana = People.speaking("es", "America/Bogota");
    private final Person luc = People.speaking("fr", "Europe/Paris");

    MessagesIT(Stack stack) {
        visitors = Visitors.of(stack);
    }

    @Test
    void whatAnOrganiserWritesReachesThoseWhomThePreviewCounted() {
        String slug = "messages-" + UUID.randomUUID();
        visitors.organiser()
                .createsAndPublishes(
                        ActivityDraft.webinar(slug, "About storage").on(AFTERNOON));
        for (Person person : List.of(ana, luc)) {
            visitors.participants().accepted(person, slug);
            mails(1, person);
        }
        Map<String, Object> message = Map.of(
                "subject", Map.of("en", "Bring a box", "fr", "Une boîte"),
                "text", Map.of("en", "Any box.\n\nSee https://museum.example.org/boxes", "fr", "N’importe laquelle."),
                "audience", Map.of("languages", List.of("fr")),
                "recipients", 1);
        assertThat(visitors.organiser().previews(slug, message)).isEqualTo(1);

        visitors.organiser().writes(slug, message);

        ReceivedMail received = mails(2, luc).getLast();
        assertThat(received.kind()).isEqualTo(MailKind.NOTICE);
        assertThat(received.subject()).isEqualTo("Une boîte");
        assertThat(received.text()).contains("N’importe laquelle.", "About storage");
        assertThat(received.manageToken()).isPresent();
        throughout(
                Duration.ofSeconds(1),
                () -> assertThat(visitors.inbox().count(ana.email())).isEqualTo(1));
    }

    private List<ReceivedMail> mails(int number, Person person) {
        eventually(
                SOON, () -> assertThat(visitors.inbox().count(person.email())).isEqualTo(number));
        return visitors.inbox().allOf(person.email());
    }
}
