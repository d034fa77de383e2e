package museum.atrium.notification.planning;

import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import museum.atrium.inbox.reading.OpenedMessage;
import museum.atrium.notification.story.Orders;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import museum.atrium.outbox.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each of those whom an organiser wrote to gets one mail, if it may still be sent. */
class MessagesTest extends WithInbox {

    private final Story story = new Story();
    private final UUID somebody = story.somebody();
    private final UUID message = UUID.randomUUID();

    static Stream<List<Integer>> orders() {
        return Orders.of(4);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void inWhateverOrderThingsBecomeKnownAMessageIsSentOnce(List<Integer> order) {
        List<ReceivedEvent> events = List.of(
                story.published(),
                story.contact(somebody),
                story.confirmed(somebody),
                story.message(message, somebody));

        order.forEach(next -> announcer.tell(events.get(next)));
        // As after a rebalance.
        events.forEach(announcer::tell);

        eventually(
                () -> assertThat(outbound.of(somebody)).containsExactlyInAnyOrder("CONFIRMATION SENT", "MESSAGE SENT"));
        announcer.tell(story.registration(somebody, 2, "CONFIRMED", Instant.now(), Map.of("confirmed", 1)));
        throughout(Duration.ofMillis(300), () -> assertThat(mailsTo(somebody)).hasSize(2));
    }

    @Test
    void nobodyIsMissedOrWrittenToTwiceWhileManyJoinAsMessagesArrive() throws Exception {
        List<UUID> crowd =
                IntStream.range(0, 60).mapToObj(number -> story.somebody()).toList();
        List<ReceivedEvent> events = new ArrayList<>();
        events.add(story.published());
        for (int number = 0; number < 4; number++) {
            UUID written = UUID.randomUUID();
            for (int part = 0; part < crowd.size(); part += 20) {
                ReceivedEvent event =
                        story.message(written, crowd.subList(part, part + 20).toArray(UUID[]::new));
                events.add(event);
                events.add(event);
            }
        }
        for (UUID one : crowd) {
            events.add(story.contact(one));
            events.add(story.confirmed(one));
        }
        Collections.shuffle(events, new Random(7));

        announcer.tellAtOnce(events);

        eventually(() -> assertThat(crowd)
                .allSatisfy(one -> assertThat(outbound.of(one))
                        .contains("CONFIRMATION SENT")
                        .satisfies(mails -> assertThat(Collections.frequency(mails, "MESSAGE SENT"))
                                .isEqualTo(4))));
        assertThat(crowd).allSatisfy(one -> assertThat(mailsTo(one)).hasSize(5));
    }

    @Test
    void whoHasLeftByThenGetsNoMessage() {
        UUID forgotten = story.somebody();
        announcer.tell(story.published(), story.message(message, somebody, forgotten));
        announcer.tell(story.contact(somebody), story.cancelled(somebody, 2));
        announcer.tell(story.confirmed(forgotten), story.forgotten(forgotten), story.contact(forgotten));

        eventually(() -> assertThat(outbound.of(somebody)).contains("MESSAGE DROPPED"));
        assertThat(outbound.reasons(somebody)).contains("the registration is over");
        throughout(Duration.ofMillis(300), () -> assertThat(mailsTo(forgotten)).isEmpty());
    }

    @Test
    void anAddressThatIsNotConfirmedGetsNoMessage() {
        announcer.tell(story.published(), story.contact(somebody), story.message(message, somebody));
        announcer.tell(story.unproved(somebody, 1, Instant.now().plusSeconds(3_600), Map.of("optIn", 1)));

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("OPT_IN SENT", "MESSAGE DROPPED"));
        assertThat(outbound.reasons(somebody)).containsExactly("the address is not confirmed");
    }

    @Test
    void whoeverIsWaitingIsWrittenToAlsoAboutWhatIsCancelled() {
        UUID asking = story.somebody();
        UUID waiting = story.somebody();
        List<UUID> all = List.of(asking, waiting);
        announcer.tell(story.published());
        all.forEach(one -> announcer.tell(story.contact(one)));
        announcer.tell(story.requested(asking), story.waitlisted(waiting));
        announcer.tell(story.activityCancelled(2), story.message(message, asking, waiting));

        eventually(() -> assertThat(all)
                .allSatisfy(one -> assertThat(outbound.of(one)).contains("ACTIVITY_CANCELLED SENT", "MESSAGE SENT")));
    }

    @Test
    void theMailBringsTheWordsInTheReadersLanguageAndLeadsToTheirOwnPage() {
        UUID french = story.somebody();
        announcer.tell(story.published(), story.confirmed(somebody), story.confirmed(french));
        announcer.tell(
                Story.but(
                        story.contact(somebody),
                        json -> json.put("name", "\u05DE\u05E8\u05D9\u05DD").put("language", "he")),
                Story.but(story.contact(french), json -> json.put("language", "fr-CA")));
        eventually(() -> assertThat(List.of(somebody, french))
                .allSatisfy(one -> assertThat(mailsTo(one)).hasSize(1)));

        announcer.tell(story.message(message, somebody, french));

        eventually(() -> assertThat(List.of(somebody, french))
                .allSatisfy(one -> assertThat(outbound.of(one)).contains("MESSAGE SENT")));
        OpenedMessage hebrew = mailsTo(somebody).getLast();
        assertThat(hebrew.subject()).isEqualTo("What to bring on Monday");
        assertThat(hebrew.text())
                .contains(
                        "Dear \u2068\u05DE\u05E8\u05D9\u05DD\u2069,",
                        "“Caring for collections” writes to you:",
                        "https://museum.example.org/plans",
                        "https://atrium.example.org/registrations/")
                .doesNotContain("/join/");
        assertThat(hebrew.calendar()).isNull();
        assertThat(mailsTo(french).getLast().subject()).isEqualTo("À prévoir pour lundi");
        assertThat(mailsTo(french).getLast().text()).contains("Un message de l’organisation", "à portée de main");
    }
}
