package museum.atrium.notification.planning;

import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import museum.atrium.outbox.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is interested in an activity without dates hears once that there are some. */
class DatesTest extends WithInbox {

    private final Story story = new Story();
    private final UUID somebody = story.somebody();

    @Test
    void interestIsNotedAndTheDatesAreToldOnce() {
        announcer.tell(story.undated(1), story.contact(somebody), story.interested(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("INTEREST_NOTED SENT"));
        announcer.tell(story.moved(2, story.startsAt));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("INTEREST_NOTED SENT", "NOW_DATED SENT"));
        announcer.tell(
                story.moved(3, story.startsAt.plusSeconds(3_600)),
                story.sessionCancelled(4),
                story.moved(5, story.startsAt.plusSeconds(7_200)));

        eventually(() -> assertThat(outbound.unfinishedNotices()).isZero());
        throughout(Duration.ofSeconds(1), () -> assertThat(mailsTo(somebody)).hasSize(2));
        assertThat(mailsTo(somebody).getLast().text())
                .contains("/registrations/")
                .doesNotContain("/join/");
        assertThat(mailsTo(somebody).getLast().calendar()).isNull();
    }

    static Stream<List<Integer>> orders() {
        return Stream.of(
                List.of(0, 1, 2),
                List.of(0, 2, 1),
                List.of(1, 0, 2),
                List.of(1, 2, 0),
                List.of(2, 0, 1),
                List.of(2, 1, 0));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void inWhateverOrderThingsBecomeKnownTheDatesAreToldOnce(List<Integer> order) {
        List<ReceivedEvent> events = List.of(story.published(), story.contact(somebody), story.interested(somebody));

        order.forEach(next -> announcer.tell(events.get(next)));
        events.forEach(announcer::tell);

        eventually(() -> assertThat(outbound.of(somebody))
                .containsExactlyInAnyOrder("INTEREST_NOTED DROPPED", "NOW_DATED SENT"));
        assertThat(outbound.reasons(somebody)).containsExactly("the dates are known by now");
        throughout(Duration.ofMillis(300), () -> assertThat(mailsTo(somebody)).hasSize(1));
    }

    @Test
    void whoConfirmedMeanwhileIsNotToldOfTheDates() {
        announcer.tell(story.undated(1), story.contact(somebody), story.interested(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("INTEREST_NOTED SENT"));
        announcer.tell(
                story.registration(somebody, 2, "CONFIRMED", Instant.now(), Map.of("interested", 1, "confirmed", 2)));
        announcer.tell(story.moved(2, story.startsAt));

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("INTEREST_NOTED SENT", "CONFIRMATION SENT"));
        eventually(() -> assertThat(outbound.unfinishedNotices()).isZero());
        throughout(
                Duration.ofMillis(500), () -> assertThat(outbound.of(somebody)).hasSize(2));
    }

    @Test
    void datesThatAreOverByThenAreNotNews() {
        announcer.tell(story.undated(1), story.contact(somebody), story.interested(somebody));
        announcer.tell(story.moved(2, Instant.now().minusSeconds(86_400)));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("INTEREST_NOTED SENT"));
        eventually(() -> assertThat(outbound.unfinishedNotices()).isZero());
        assertThat(outbound.of(somebody)).hasSize(1);

        announcer.tell(story.moved(3, story.startsAt));
        eventually(() -> assertThat(outbound.of(somebody)).contains("NOW_DATED SENT"));
    }

    @Test
    void anActivityThatIsCancelledInsteadIsToldAsCancelled() {
        announcer.tell(story.undated(1), story.contact(somebody), story.interested(somebody));
        announcer.tell(story.activityCancelled(2));
        eventually(() -> assertThat(outbound.of(somebody)).contains("ACTIVITY_CANCELLED SENT"));
        assertThat(outbound.of(somebody)).doesNotContain("NOW_DATED SENT");
    }
}
