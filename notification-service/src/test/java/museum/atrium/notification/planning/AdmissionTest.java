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
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ways to a place that have a step in between: proving the address, approval, an offer. */
class AdmissionTest extends WithInbox {

    private static final Instant TOMORROW =
            Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    private static final Instant JUST_NOW = Instant.now().minusSeconds(1);

    private final Story story = new Story();
    private final UUID somebody = story.somebody();

    @BeforeEach
    void theActivityAndTheContactAreKnown() {
        announcer.tell(story.published(), story.contact(somebody));
    }

    @Test
    void anAddressIsAskedForOnceAndThenConfirmed() {
        announcer.tell(story.unproved(somebody, 1, TOMORROW, Map.of("optIn", 1)));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("OPT_IN SENT"));
        assertThat(outbound.expiry(somebody, "OPT_IN")).isEqualTo(TOMORROW);
        announcer.tell(story.registration(somebody, 2, "CONFIRMED", Instant.now(), Map.of("optIn", 1, "confirmed", 2)));

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("OPT_IN SENT", "CONFIRMATION SENT"));
        assertThat(mailsTo(somebody).getFirst().calendar()).isNull();
        assertThat(mailsTo(somebody).getLast().calendar()).contains("METHOD:REQUEST");
    }

    @Test
    void anAddressThatNobodyHasConfirmedGetsNothingElse() {
        announcer.tell(story.unproved(somebody, 1, TOMORROW, Map.of("optIn", 1)));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("OPT_IN SENT"));
        announcer.tell(
                story.unproved(somebody, 3, TOMORROW, Map.of("optIn", 1, "changed", 2, "repeated", 3)),
                story.moved(2, story.startsAt.plusSeconds(3_600)),
                story.reminder(Instant.now()),
                story.sessionCancelled(3),
                story.activityCancelled(4));

        eventually(() -> assertThat(outbound.unfinishedNotices()).isZero());
        throughout(
                Duration.ofSeconds(1),
                () -> assertThat(outbound.of(somebody))
                        .containsExactlyInAnyOrder("OPT_IN SENT", "CHANGED DROPPED", "ALREADY_REGISTERED DROPPED"));
        assertThat(outbound.reasons(somebody)).containsOnly("the address is not confirmed");
    }

    @Test
    void alsoNotThatItsRegistrationIsCancelled() {
        announcer.tell(
                story.registration(somebody, 2, "CANCELLED", null, Map.of("optIn", 1, "cancelled", 2)),
                story.registration(somebody, 3, "CANCELLED", null, Map.of("optIn", 1, "cancelled", 3)));

        eventually(() -> assertThat(outbound.of(somebody))
                .containsExactly("OPT_IN DROPPED", "CANCELLATION DROPPED", "CANCELLATION DROPPED"));
    }

    @Test
    void askingAgainSendsTheQuestionAgain() {
        announcer.tell(story.unproved(somebody, 1, TOMORROW, Map.of("optIn", 1)));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("OPT_IN SENT"));
        announcer.tell(story.unproved(somebody, 2, TOMORROW.plusSeconds(60), Map.of("optIn", 2)));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("OPT_IN SENT", "OPT_IN SENT"));
    }

    @Test
    void aQuestionThatComesTooLateIsNotAsked() {
        announcer.tell(story.unproved(somebody, 1, JUST_NOW, Map.of("optIn", 1)));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("OPT_IN DROPPED"));
        assertThat(outbound.reasons(somebody)).containsExactly("too late to be of use");
    }

    @Test
    void approvalLeadsFromTheRequestToTheConfirmation() {
        announcer.tell(story.requested(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("APPROVAL_REQUESTED SENT"));
        assertThat(mailsTo(somebody).getFirst().calendar()).isNull();
        announcer.tell(
                story.registration(somebody, 2, "CONFIRMED", Instant.now(), Map.of("requested", 1, "confirmed", 2)));

        eventually(() ->
                assertThat(outbound.of(somebody)).containsExactly("APPROVAL_REQUESTED SENT", "CONFIRMATION SENT"));
    }

    @Test
    void whoIsDeclinedIsToldSoAndNotThatTheyCancelled() {
        announcer.tell(story.requested(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("APPROVAL_REQUESTED SENT"));
        announcer.tell(story.registration(somebody, 2, "CANCELLED", null, Map.of("requested", 1, "declined", 2)));

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("APPROVAL_REQUESTED SENT", "DECLINED SENT"));
        assertThat(latest().text()).contains("a organização não lhe pode atribuir um lugar");
    }

    @Test
    void aRefusalIsNotToldToWhoHasBeenInvitedAgain() {
        announcer.tell(story.registration(
                somebody, 3, "CONFIRMED", Instant.now(), Map.of("requested", 1, "declined", 2, "confirmed", 3)));
        eventually(() -> assertThat(outbound.of(somebody))
                .containsExactly("CONFIRMATION SENT", "APPROVAL_REQUESTED DROPPED", "DECLINED DROPPED"));
    }

    @Test
    void onlyTheLastEndOfARegistrationIsTold() {
        announcer.tell(story.registration(
                somebody,
                5,
                "CANCELLED",
                null,
                Map.of("confirmed", 1, "cancelled", 2, "waitlisted", 3, "offered", 4, "lapsed", 5)));
        eventually(() -> assertThat(outbound.of(somebody))
                .containsExactly(
                        "WAITLISTED DROPPED",
                        "OFFER DROPPED",
                        "CONFIRMATION DROPPED",
                        "CANCELLATION DROPPED",
                        "OFFER_LAPSED SENT"));
        assertThat(outbound.reasons(somebody)).contains("it has ended otherwise since");
    }

    @Test
    void anOfferIsMadeWhileItStands() {
        announcer.tell(story.waitlisted(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("WAITLISTED SENT"));
        announcer.tell(story.offered(somebody, 2, TOMORROW));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("WAITLISTED SENT", "OFFER SENT"));
        assertThat(outbound.expiry(somebody, "OFFER")).isEqualTo(TOMORROW);
        assertThat(latest().text()).contains("/registrations/").doesNotContain("/join/");
        announcer.tell(story.registration(
                somebody, 3, "CONFIRMED", Instant.now(), Map.of("waitlisted", 1, "offered", 2, "promoted", 3)));

        eventually(() ->
                assertThat(outbound.of(somebody)).containsExactly("WAITLISTED SENT", "OFFER SENT", "PROMOTION SENT"));
        assertThat(latest().calendar()).contains("METHOD:REQUEST");
    }

    @Test
    void whoIsOfferedAPlaceByNowIsNotToldThatThereIsNone() {
        announcer.tell(story.offered(somebody, 2, TOMORROW));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("WAITLISTED DROPPED", "OFFER SENT"));
    }

    @Test
    void anOfferThatHasEndedIsNotMadeAndItsEndIsTold() {
        announcer.tell(story.offered(somebody, 2, JUST_NOW));
        eventually(() -> assertThat(outbound.of(somebody)).contains("OFFER DROPPED"));
        announcer.tell(
                story.registration(somebody, 3, "CANCELLED", null, Map.of("waitlisted", 1, "offered", 2, "lapsed", 3)));

        eventually(() -> assertThat(outbound.of(somebody))
                .containsExactly("WAITLISTED DROPPED", "OFFER DROPPED", "OFFER_LAPSED SENT"));
    }

    @Test
    void aSecondSignUpIsAnsweredAsTheRegistrationStands() {
        announcer.tell(story.requested(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("APPROVAL_REQUESTED SENT"));
        announcer.tell(story.requestedAgain(somebody, 2));

        eventually(() -> assertThat(outbound.of(somebody))
                .containsExactly("APPROVAL_REQUESTED SENT", "ALREADY_REGISTERED SENT"));
        assertThat(latest().text()).contains("ainda não decidiu").doesNotContain("lugar confirmado");
    }

    @Test
    void aCancelledActivityIsToldToWhoAskedAndToWhoIsInterested() {
        UUID interested = story.somebody();
        announcer.tell(story.requested(somebody), story.contact(interested), story.interested(interested));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("APPROVAL_REQUESTED SENT"));
        announcer.tell(story.activityCancelled(2));

        eventually(() -> {
            assertThat(outbound.of(somebody)).contains("ACTIVITY_CANCELLED SENT");
            assertThat(outbound.of(interested)).contains("ACTIVITY_CANCELLED SENT");
        });
    }

    private OpenedMessage latest() {
        return mailsTo(somebody).getLast();
    }
}
