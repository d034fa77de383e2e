package museum.atrium.system;

import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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

/** From the subscription of a series to the place in one of its activities. */
@SystemTest
@Order(2)
class SeriesIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final SessionDraft AFTERNOON = SessionDraft.live(
            Instant.parse("2030-03-01T14:00:00Z"), Instant.parse("2030-03-01T15:00:00Z"), "Europe/Paris");

    private final Visitors visitors;
    private final String series = "series-" + UUID.randomUUID();
    private final Person ana = People.speaking("es", "America/Bogota");
    private final Person luc = People.speaking("fr", "Europe/Paris");

    SeriesIT(Stack stack) {
        visitors = Visitors.of(stack);
    }

    @Test
    void whoSubscribedHearsOfWhatIsNewAndSignsUpFromTheirOwnPage() {
        visitors.organiser().createsSeries(series, "Museums at work");
        published("before");
        String token = subscription(ana);

        String news = published("news");
        ReceivedMail told = mail(3, ana);
        assertThat(told.kind()).isEqualTo(MailKind.NOTICE);
        assertThat(told.subject()).contains("About news");
        assertThat(told.text()).contains("Museums at work", "America/Bogota", "One hour, made up for a test.");
        assertThat(told.manageToken()).contains(token);

        assertThat(visitors.participants().page(token)).contains("About news", "About before");
        assertThat(visitors.participants().acceptedAsSubscriber(token, ana.name(), news))
                .isEqualTo("CONFIRMED");
        assertThat(mail(4, ana).kind()).isEqualTo(MailKind.INVITATION);

        visitors.participants().cancels(token);
        assertThat(mail(5, ana).kind()).isEqualTo(MailKind.NOTICE);
        subscription(luc);
        published("later");
        assertThat(mail(3, luc).subject()).contains("About later");
        throughout(
                Duration.ofSeconds(1),
                () -> assertThat(visitors.inbox().count(ana.email())).isEqualTo(5));
    }

    /** @return the token of a subscription that is in force */
    private String subscription(Person person) {
        assertThat(visitors.participants().subscribes(person, series)).isEqualTo("PENDING");
        String token = mail(1, person).manageToken().orElseThrow();
        visitors.participants().confirms(token);
        assertThat(mail(2, person).manageToken()).contains(token);
        return token;
    }

    private String published(String name) {
        String slug = name + "-" + UUID.randomUUID();
        visitors.organiser()
                .creates(ActivityDraft.webinar(slug, "About " + name).on(AFTERNOON));
        visitors.organiser().edits(slug, Map.of("series", series));
        visitors.organiser().publishes(slug);
        return slug;
    }

    private ReceivedMail mail(int number, Person person) {
        eventually(
                SOON, () -> assertThat(visitors.inbox().count(person.email())).isEqualTo(number));
        return visitors.inbox().allOf(person.email()).getLast();
    }
}
