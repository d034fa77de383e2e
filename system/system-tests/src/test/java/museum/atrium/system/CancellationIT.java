package museum.atrium.system;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import museum.atrium.system.mail.Invitation;
import museum.atrium.system.mail.MailKind;
import museum.atrium.system.mail.ReceivedMail;
import museum.atrium.system.stack.Stack;
import museum.atrium.system.surface.ActivityDraft;
import museum.atrium.system.surface.ActivityDraft.SessionDraft;
import museum.atrium.system.surface.Organiser.StoredActivity;
import museum.atrium.system.surface.Person;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What does not take place leaves every calendar: a session by itself, then the rest with its activity. */
@SystemTest
@Order(2)
class CancellationIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant STARTS = Instant.parse("2030-03-01T14:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Visitors visitors;

    CancellationIT(Stack stack) {
        visitors = Visitors.of(stack);
    }

    @Test
    void aCancelledSessionAndThenItsActivityLeaveTheCalendar() {
        StoredActivity activity = visitors.organiser()
                .createsAndPublishes(ActivityDraft.webinar("cancelled-" + UUID.randomUUID(), "Two afternoons")
                        .on(afternoon(STARTS), afternoon(STARTS.plus(Duration.ofDays(1)))));
        Person person = People.speaking("fr", "Europe/Paris");
        visitors.participants().accepted(person, activity.slug());
        ReceivedMail invitation = mailNumber(1, person);
        assertThat(invitation.calendarEntries())
                .extracting(Invitation.Entry::startsAt)
                .containsExactly(STARTS, STARTS.plus(Duration.ofDays(1)));

        visitors.organiser().cancelsTheSession(activity.sessions().getFirst().id());
        takesOut(invitation.calendarEntries().getFirst(), mailNumber(2, person));

        visitors.organiser().cancelsTheActivity(activity.slug(), "The speaker is ill.");
        ReceivedMail last = mailNumber(3, person);
        takesOut(invitation.calendarEntries().getLast(), last);
        assertThat(last.text()).contains("The speaker is ill.");
    }

    private static SessionDraft afternoon(Instant starts) {
        return SessionDraft.live(starts, starts.plus(HOUR), "Europe/Paris");
    }

    private ReceivedMail mailNumber(int number, Person person) {
        eventually(
                SOON, () -> assertThat(visitors.inbox().count(person.email())).isEqualTo(number));
        return visitors.inbox().allOf(person.email()).getLast();
    }

    private static void takesOut(Invitation.Entry invited, ReceivedMail mail) {
        assertThat(mail.kind()).isEqualTo(MailKind.CANCELLATION);
        Invitation.Entry entry = mail.calendarEntries().stream()
                .filter(candidate -> candidate.uid().equals(invited.uid()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the mail does not cancel the session"));
        assertThat(entry.sequence()).isGreaterThan(invited.sequence());
    }
}
