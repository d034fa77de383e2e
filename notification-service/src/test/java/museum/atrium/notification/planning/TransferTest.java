package museum.atrium.notification.planning;

import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import museum.atrium.inbox.reading.OpenedMessage;
import museum.atrium.links.SignedLink;
import museum.atrium.notification.story.ManageLinks;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A place goes from one person to a colleague. */
class TransferTest extends WithInbox {

    private static final Instant TOMORROW =
            Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    private final Story story = new Story();
    private final UUID giver = story.somebody();
    private final UUID taker = story.somebody();

    @BeforeEach
    void theActivityAndBothContactsAreKnown() {
        announcer.tell(story.published(), story.contact(giver), story.contact(taker));
    }

    @Test
    void aColleagueIsAskedOnceAndThenConfirmed() {
        announcer.tell(story.unproved(taker, 1, TOMORROW, Map.of("transferOffered", 1)));
        eventually(() -> assertThat(outbound.of(taker)).containsExactly("TRANSFER_OFFERED SENT"));
        assertThat(outbound.expiry(taker, "TRANSFER_OFFERED")).isEqualTo(TOMORROW);
        OpenedMessage asked = mailsTo(taker).getFirst();
        assertThat(ManageLinks.in(asked)).containsExactly(new SignedLink(taker, 1));
        assertThat(asked.text()).contains("One hour on storage.").doesNotContain("Mariana", "/join/");
        assertThat(asked.to()).doesNotContain("Mariana");
        assertThat(asked.calendar()).isNull();

        announcer.tell(
                story.registration(taker, 2, "CONFIRMED", Instant.now(), Map.of("transferOffered", 1, "confirmed", 2)));
        eventually(() -> assertThat(outbound.of(taker)).containsExactly("TRANSFER_OFFERED SENT", "CONFIRMATION SENT"));
        assertThat(mailsTo(taker).getLast().calendar()).contains("METHOD:REQUEST");
    }

    @Test
    void whoDoesNotWantItHearsNothingMore() {
        announcer.tell(story.unproved(taker, 1, TOMORROW, Map.of("transferOffered", 1)));
        eventually(() -> assertThat(outbound.of(taker)).containsExactly("TRANSFER_OFFERED SENT"));
        announcer.tell(
                story.registration(taker, 2, "CANCELLED", null, Map.of("transferOffered", 1, "cancelled", 2)),
                story.forgotten(taker),
                story.erased(taker),
                story.unproved(taker, 3, TOMORROW, Map.of("transferOffered", 3)));

        eventually(
                () -> assertThat(outbound.of(taker)).containsExactly("TRANSFER_OFFERED SENT", "CANCELLATION DROPPED"));
        throughout(Duration.ofMillis(500), () -> assertThat(mailsTo(taker)).hasSize(1));
    }

    @Test
    void anOfferThatIsTooLateIsNotMade() {
        announcer.tell(story.unproved(taker, 1, Instant.now().minusSeconds(1), Map.of("transferOffered", 1)));
        eventually(() -> assertThat(outbound.of(taker)).containsExactly("TRANSFER_OFFERED DROPPED"));
        assertThat(outbound.reasons(taker)).containsExactly("too late to be of use");
    }

    @Test
    void thePlaceLeavesTheCalendarOfWhoPassedItOn() {
        announcer.tell(story.confirmed(giver));
        eventually(() -> assertThat(outbound.of(giver)).containsExactly("CONFIRMATION SENT"));
        announcer.tell(story.registration(giver, 2, "CANCELLED", null, Map.of("confirmed", 1, "transferred", 2)));

        eventually(() -> assertThat(outbound.of(giver)).containsExactly("CONFIRMATION SENT", "TRANSFERRED SENT"));
        assertThat(mailsTo(giver).getLast().calendar()).contains("METHOD:CANCEL", "SEQUENCE:1");
        assertThat(mailsTo(giver).getLast().text())
                .contains("O seu lugar foi cedido")
                .doesNotContain("/join/");
    }

    @Test
    void whoHasSignedUpAgainIsNotToldThatTheirPlaceIsGone() {
        announcer.tell(story.confirmed(giver));
        eventually(() -> assertThat(outbound.of(giver)).containsExactly("CONFIRMATION SENT"));
        announcer.tell(
                story.registration(giver, 3, "CONFIRMED", Instant.now(), Map.of("confirmed", 3, "transferred", 2)));

        eventually(() -> assertThat(outbound.of(giver))
                .containsExactly("CONFIRMATION SENT", "CONFIRMATION SENT", "TRANSFERRED DROPPED"));
        assertThat(mailsTo(giver).getLast().calendar()).contains("METHOD:REQUEST", "SEQUENCE:1");
    }
}
