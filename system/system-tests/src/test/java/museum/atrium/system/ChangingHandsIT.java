package museum.atrium.system;

import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import museum.atrium.system.mail.MailKind;
import museum.atrium.system.mail.ReceivedMail;
import museum.atrium.system.stack.Stack;
import museum.atrium.system.surface.ActivityDraft;
import museum.atrium.system.surface.ActivityDraft.SessionDraft;
import museum.atrium.system.surface.Organiser.StoredActivity;
import museum.atrium.system.surface.Person;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A place goes to a colleague, mails go to another address, lost links come back: each by mail alone. */
@SystemTest
@Order(2)
class ChangingHandsIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant STARTS = Instant.parse("2030-03-01T14:00:00Z");

    private final Visitors visitors;

    ChangingHandsIT(Stack stack) {
        visitors = Visitors.of(stack);
    }

    @Test
    void aPlaceGoesToAColleagueTogetherWithItsCalendarEntry() {
        StoredActivity activity = published("passed-on");
        Person giver = People.speaking("fr", "Europe/Paris");
        Person colleague = People.speaking("de", "Europe/Berlin");
        visitors.participants().accepted(giver, activity.slug());
        String token = token(mail(giver.email(), 1));

        visitors.participants().passesOn(token, colleague);
        ReceivedMail offer = mail(colleague.email(), 1);
        assertThat(offer.kind()).isEqualTo(MailKind.NOTICE);
        assertThat(offer.text()).as("who gives is not quoted to a stranger").doesNotContain(giver.name());
        assertThat(visitors.participants().accepts(token(offer)).get("status").asString())
                .isEqualTo("CONFIRMED");

        assertThat(mail(colleague.email(), 2).kind()).isEqualTo(MailKind.INVITATION);
        ReceivedMail gone = mail(giver.email(), 2);
        assertThat(gone.kind()).isEqualTo(MailKind.CANCELLATION);
        assertThat(gone.calendarEntries().getFirst().uid())
                .isEqualTo(visitors.inbox()
                        .allOf(giver.email())
                        .getFirst()
                        .calendarEntries()
                        .getFirst()
                        .uid());
        assertThat(visitors.participants().ownRegistration(token).get("status").asString())
                .isEqualTo("CANCELLED");
    }

    @Test
    void mailsFollowToANewAddressOnceItIsConfirmedThere() {
        StoredActivity activity = published("moved");
        Person person = People.speaking("es", "America/Bogota");
        String there = "there." + person.email();
        visitors.participants().accepted(person, activity.slug());
        ReceivedMail first = mail(person.email(), 1);

        visitors.participants().movesTo(token(first), there);
        assertThat(mail(person.email(), 2).text())
                .as("a warning, not the new address")
                .doesNotContain(there);
        visitors.participants().accepts(token(mail(there, 1)));

        ReceivedMail moved = mail(there, 2);
        assertThat(moved.kind()).isEqualTo(MailKind.INVITATION);
        assertThat(moved.invitation().orElseThrow().only().uid())
                .isEqualTo(first.invitation().orElseThrow().only().uid());
        assertThat(visitors.anybody().get("/api/registrations/" + token(first)).status())
                .as("what is in the old mailbox opens nothing any more")
                .isEqualTo(404);
        visitors.organiser().cancelsTheActivity(activity.slug(), "Ill.");
        assertThat(mail(there, 3).kind()).isEqualTo(MailKind.CANCELLATION);
        throughout(
                Duration.ofSeconds(1),
                () -> assertThat(visitors.inbox().count(person.email())).isEqualTo(2));
    }

    @Test
    void whoLostTheMailsGetsOneWithAllLinks() {
        StoredActivity one = published("lost-one");
        StoredActivity two = published("lost-two");
        Person person = People.speaking("pt", "America/Sao_Paulo");
        visitors.participants().accepted(person, one.slug());
        visitors.participants().accepted(person, two.slug());
        mail(person.email(), 2);

        visitors.participants().asksForLostLinks(person.email().toUpperCase(java.util.Locale.ROOT));

        ReceivedMail links = mail(person.email(), 3);
        for (ReceivedMail earlier : visitors.inbox().allOf(person.email())) {
            assertThat(links.text()).contains(token(earlier));
        }
    }

    private StoredActivity published(String name) {
        return visitors.organiser()
                .createsAndPublishes(ActivityDraft.webinar(name + "-" + UUID.randomUUID(), "Changing hands")
                        .on(SessionDraft.live(STARTS, STARTS.plus(Duration.ofHours(1)), "Europe/Paris")));
    }

    /** The newest of exactly so many. */
    private ReceivedMail mail(String address, int howMany) {
        eventually(SOON, () -> assertThat(visitors.inbox().count(address)).isEqualTo(howMany));
        return visitors.inbox().allOf(address).getLast();
    }

    private static String token(ReceivedMail mail) {
        return mail.manageToken().orElseThrow();
    }
}
