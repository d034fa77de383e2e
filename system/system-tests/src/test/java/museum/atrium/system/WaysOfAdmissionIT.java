package museum.atrium.system;

import static museum.atrium.testing.Eventually.eventually;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Who must be asked first, by mail, before they have a place. */
@SystemTest
@Order(2)
class WaysOfAdmissionIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final SessionDraft AFTERNOON = SessionDraft.live(
            Instant.parse("2030-03-01T14:00:00Z"), Instant.parse("2030-03-01T15:00:00Z"), "Europe/Paris");

    private final Visitors visitors;
    private Person ana;
    private Person luc;

    WaysOfAdmissionIT(Stack stack) {
        visitors = Visitors.of(stack);
        ana = People.speaking("es", "America/Bogota");
        luc = People.speaking("fr", "Europe/Paris");
    }

    @BeforeEach
    void othersEachTime() {
        ana = People.speaking("es", "America/Bogota");
        luc = People.speaking("fr", "Europe/Paris");
    }

    @Test
    void anAddressIsConfirmedByItsOwnMail() {
        String slug = published(Map.of("doubleOptIn", true));
        assertThat(visitors.participants().accepted(ana, slug)).isEqualTo("PENDING");

        ReceivedMail question = mail(1, ana);
        assertThat(question.kind()).isEqualTo(MailKind.NOTICE);
        visitors.participants().confirms(question.manageToken().orElseThrow());

        assertThat(mail(2, ana).kind()).isEqualTo(MailKind.INVITATION);
    }

    @Test
    void theOrganiserDecidesAndTheMailSaysHow() {
        String slug = published(Map.of("approval", true));
        visitors.participants().accepted(ana, slug);
        visitors.participants().accepted(luc, slug);
        mail(1, ana);
        mail(1, luc);

        visitors.organiser().decidesAboutTheFirst(slug, "approval");
        visitors.organiser().decidesAboutTheFirst(slug, "rejection");

        assertThat(mail(2, ana).kind()).isEqualTo(MailKind.INVITATION);
        assertThat(mail(2, luc).kind()).isEqualTo(MailKind.NOTICE);
    }

    @Test
    void aFreePlaceIsOfferedAndTakenByTheButton() {
        String slug = published(Map.of("capacity", 1, "waitlist", true, "placeOffers", "PT1H"));
        visitors.participants().accepted(ana, slug);
        assertThat(visitors.participants().accepted(luc, slug)).isEqualTo("WAITLISTED");
        mail(1, luc);

        visitors.participants().cancels(mail(1, ana).manageToken().orElseThrow());
        ReceivedMail offer = mail(2, luc);
        assertThat(offer.kind()).isEqualTo(MailKind.NOTICE);
        visitors.participants().confirms(offer.manageToken().orElseThrow());

        assertThat(mail(3, luc).kind()).isEqualTo(MailKind.INVITATION);
    }

    @Test
    void whoWasInterestedIsToldTheDatesOnceAndConfirms() {
        String slug = published(Map.of("sessions", List.of()));
        assertThat(visitors.participants().accepted(ana, slug)).isEqualTo("INTERESTED");
        mail(1, ana);

        visitors.organiser().adds(slug, AFTERNOON);
        ReceivedMail dated = mail(2, ana);
        visitors.organiser().edits(slug, Map.of("capacity", 10));
        visitors.participants().confirms(dated.manageToken().orElseThrow());

        assertThat(mail(3, ana).kind()).isEqualTo(MailKind.INVITATION);
    }

    private String published(Map<String, ?> terms) {
        String slug = "admission-" + UUID.randomUUID();
        visitors.organiser()
                .creates(ActivityDraft.webinar(slug, "By a way of its own").on(AFTERNOON));
        visitors.organiser().edits(slug, terms);
        visitors.organiser().publishes(slug);
        return slug;
    }

    private ReceivedMail mail(int number, Person person) {
        eventually(
                SOON, () -> assertThat(visitors.inbox().count(person.email())).isEqualTo(number));
        return visitors.inbox().allOf(person.email()).getLast();
    }
}
