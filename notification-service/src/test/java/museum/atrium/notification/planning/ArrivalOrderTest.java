package museum.atrium.notification.planning;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import museum.atrium.notification.story.Orders;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import museum.atrium.outbox.ReceivedEvent;
import org.junit.jupiter.api.Test;

class ArrivalOrderTest extends WithInbox {

    /** Somebody who is to get the mails of what became known in that order. */
    private record Told(List<Integer> order, UUID somebody) {}

    @Test
    void inWhateverOrderThingsBecomeKnownEachMailIsPlannedOnce() {
        // All orders at once: each on its own would wait for its mails, 120 times.
        List<Told> told = Orders.of(5).map(this::tell).toList();

        eventually(() -> assertThat(told)
                .allSatisfy(one -> assertThat(outbound.of(one.somebody()))
                        .containsExactlyInAnyOrder("CONFIRMATION SENT", "REMINDER SENT", "RECORDING_AVAILABLE SENT")));
        assertThat(told)
                .hasSize(120)
                .allSatisfy(one -> assertThat(mailsTo(one.somebody())).hasSize(3));
    }

    private Told tell(List<Integer> order) {
        Story story = new Story();
        UUID somebody = story.somebody();
        Instant confirmedAt = Instant.now().minusSeconds(3_600);
        List<ReceivedEvent> events = List.of(
                story.published(),
                story.contact(somebody),
                story.confirmed(somebody, confirmedAt),
                story.reminder(confirmedAt.plusSeconds(60)),
                story.recording(1, "PUBLISHED", "REGISTRANTS", confirmedAt.plusSeconds(120)));
        order.forEach(next -> announcer.tell(events.get(next)));
        // As after a rebalance.
        events.forEach(announcer::tell);
        return new Told(order, somebody);
    }

    @Test
    void nobodyIsMissedOrToldTwiceWhileManyJoinAsAReminderFallsDue() throws Exception {
        Story story = new Story();
        Instant confirmedAt = Instant.now().minusSeconds(60);
        List<UUID> crowd =
                IntStream.range(0, 120).mapToObj(number -> story.somebody()).toList();
        List<ReceivedEvent> events = new ArrayList<>();
        events.add(story.published());
        events.add(story.reminder(confirmedAt));
        for (UUID one : crowd) {
            events.add(story.contact(one));
            events.add(story.confirmed(one, confirmedAt));
        }
        Collections.shuffle(events);

        announcer.tellAtOnce(events);

        eventually(() -> assertThat(crowd)
                .allSatisfy(one ->
                        assertThat(outbound.of(one)).containsExactlyInAnyOrder("CONFIRMATION SENT", "REMINDER SENT")));
        assertThat(crowd).allSatisfy(one -> assertThat(mailsTo(one)).hasSize(2));
    }
}
