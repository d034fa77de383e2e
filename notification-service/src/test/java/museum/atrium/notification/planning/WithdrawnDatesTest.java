package museum.atrium.notification.planning;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import museum.atrium.inbox.scripted.Moment;
import museum.atrium.inbox.scripted.Reaction;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithScriptedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens while the mail with the dates has to wait. */
class WithdrawnDatesTest extends WithScriptedServer {

    private final Story story = new Story();
    private final UUID somebody = story.somebody();

    @BeforeEach
    void theDatesAreSetButTheirMailIsRefusedForNow() {
        announcer.tell(story.undated(1), story.contact(somebody), story.interested(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("INTEREST_NOTED SENT"));
        follow(somebody, Moment.RCPT, time -> true, Reaction.answer(451, "4.7.1 Later"));
        announcer.tell(story.moved(2, story.startsAt));
        eventually(() -> assertThat(outbound.attempts(somebody)).contains("DEFERRED"));
    }

    @Test
    void datesThatAreWithdrawnAreNotToldUntilThereAreSomeAgain() {
        announcer.tell(story.sessionCancelled(3));
        eventually(() -> assertThat(outbound.of(somebody)).contains("NOW_DATED DROPPED"));
        assertThat(outbound.reasons(somebody)).containsExactly("the dates are not known any more, or are over");
        acceptEverything();
        announcer.tell(story.moved(4, story.startsAt.plusSeconds(3_600)));

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("INTEREST_NOTED SENT", "NOW_DATED SENT"));
    }

    @Test
    void whoHasConfirmedMeanwhileIsNotAskedTo() {
        announcer.tell(
                story.registration(somebody, 2, "CONFIRMED", Instant.now(), Map.of("interested", 1, "confirmed", 2)));

        eventually(() -> assertThat(outbound.of(somebody)).contains("NOW_DATED DROPPED"));
        assertThat(outbound.reasons(somebody)).containsExactly("the registration does not wait for dates");
    }

    @Test
    void datesOfACancelledActivityAreNotTold() {
        announcer.tell(story.activityCancelled(3));

        eventually(() -> assertThat(outbound.of(somebody)).contains("NOW_DATED DROPPED"));
        assertThat(outbound.reasons(somebody)).containsExactly("the activity is cancelled");
        acceptEverything();
        eventually(() -> assertThat(outbound.of(somebody)).contains("ACTIVITY_CANCELLED SENT"));
    }

    @Test
    void whoseInterestEndedAndBeganAgainIsToldOfTheDates() {
        announcer.tell(story.registration(somebody, 2, "CANCELLED", null, Map.of("interested", 1, "cancelled", 2)));
        eventually(() -> assertThat(outbound.of(somebody)).contains("NOW_DATED DROPPED"));
        acceptEverything();
        announcer.tell(story.registration(somebody, 3, "INTERESTED", null, Map.of("interested", 3, "cancelled", 2)));

        eventually(() -> assertThat(outbound.of(somebody)).contains("NOW_DATED SENT"));
    }
}
