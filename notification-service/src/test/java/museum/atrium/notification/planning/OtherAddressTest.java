package museum.atrium.notification.planning;

import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.inbox.reading.OpenedMessage;
import museum.atrium.links.SignedLink;
import museum.atrium.notification.story.ManageLinks;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import museum.atrium.outbox.ReceivedEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody's mails are to go to another address. */
class OtherAddressTest extends WithInbox {

    private static final Map<String, Integer> BEFORE = Map.of("confirmed", 1, "addressAsked", 2);

    private final Story story = new Story();
    private final UUID somebody = story.somebody();
    private final String newAddress = "new-" + somebody + "@example.org";
    private final ReceivedEvent asked =
            story.registration(somebody, 2, "CONFIRMED", Instant.now(), Map.of("confirmed", 1, "addressAsked", 2));
    private final ReceivedEvent changed = story.addressChanged(somebody, 3, BEFORE);
    private final ReceivedEvent newContact = story.contact(somebody, 3, newAddress);

    @BeforeEach
    void somebodyIsConfirmed() {
        announcer.tell(story.published(), story.contact(somebody), story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
    }

    @Test
    void theNewAddressIsAskedWhoseItIsAndThenForgotten() {
        UUID proving = story.somebody();
        Instant answerBy = Instant.now().plusSeconds(3_600);
        announcer.tell(
                story.contact(proving, 1, newAddress),
                story.unproved(proving, 1, answerBy, Map.of("addressProving", 1)));
        eventually(() -> assertThat(outbound.of(proving)).containsExactly("ADDRESS_PROVING SENT"));
        OpenedMessage mail = mailsTo(newAddress).getFirst();
        assertThat(ManageLinks.in(mail)).containsExactly(new SignedLink(proving, 1));
        assertThat(mail.text()).contains("Confirmar este endereço").doesNotContain("Mariana", "/join/");
        assertThat(mail.calendar()).isNull();

        announcer.tell(
                story.forgotten(proving),
                story.erased(proving),
                story.unproved(proving, 2, answerBy, Map.of("addressProving", 2)),
                story.activityCancelled(2));
        eventually(() -> assertThat(outbound.of(somebody)).contains("ACTIVITY_CANCELLED SENT"));
        throughout(Duration.ofMillis(500), () -> assertThat(mailsTo(newAddress)).hasSize(1));
    }

    @Test
    void theOldAddressIsToldWithoutTheNewOne() {
        announcer.tell(asked);
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT", "ADDRESS_ASKED SENT"));

        OpenedMessage mail = mailsTo(somebody).getLast();
        assertThat(ManageLinks.in(mail)).containsExactly(new SignedLink(somebody, 1));
        assertThat(mail.text()).contains("pediu que as mensagens").doesNotContain("@");
        assertThat(mail.calendar()).isNull();
    }

    @Test
    void theNewAddressGetsTheEntriesAndLinksAnew() {
        announcer.tell(newContact, changed);
        eventually(() -> assertThat(outbound.of(somebody)).contains("ADDRESS_CHANGED SENT"));

        assertThat(mailsTo(newAddress)).hasSize(1);
        OpenedMessage mail = mailsTo(newAddress).getFirst();
        assertThat(ManageLinks.in(mail)).containsExactly(new SignedLink(somebody, 2));
        assertThat(mail.text()).contains("/join/", "Tem um lugar confirmado.", "já não funcionam");
        assertThat(mail.calendar()).contains("METHOD:REQUEST", "SEQUENCE:1");
        assertThat(mailsTo(somebody)).as("the old address").hasSize(1);
    }

    @Test
    void theNewAddressGetsTheWayToTheRecordingsAnew() {
        announcer.tell(story.recording(1, "PUBLISHED", "REGISTRANTS", Instant.now()));
        eventually(() -> assertThat(outbound.of(somebody)).contains("RECORDING_AVAILABLE SENT"));
        announcer.tell(newContact, changed);

        eventually(() -> assertThat(mailsTo(newAddress)).hasSize(1));
        assertThat(mailsTo(newAddress).getFirst().text()).contains("/watch/");
    }

    @Test
    void whoWaitsIsToldSoAtTheNewAddressAndNeitherInvitedNorShownRecordings() {
        UUID waiting = story.somebody();
        announcer.tell(
                story.recording(1, "PUBLISHED", "REGISTRANTS", Instant.now()),
                story.contact(waiting, 2, newAddress),
                story.registration(waiting, 2, "WAITLISTED", null, Map.of("waitlisted", 1, "addressChanged", 2)));

        eventually(() -> assertThat(outbound.of(waiting)).contains("ADDRESS_CHANGED SENT"));
        OpenedMessage mail = mailsTo(newAddress).getLast();
        assertThat(mail.text()).contains("Está na lista de espera").doesNotContain("/watch/", "/join/");
        assertThat(mail.calendar()).isNull();
    }

    @Test
    void nothingGoesToTheOldAddressUntilTheNewOneIsKnown() {
        announcer.tell(changed, story.reminder(Instant.now()));
        throughout(
                Duration.ofSeconds(3),
                () -> assertThat(mailsTo(somebody)).as("the old address").hasSize(1));
        announcer.tell(newContact);

        eventually(() -> assertThat(outbound.of(somebody)).contains("ADDRESS_CHANGED SENT", "REMINDER SENT"));
        assertThat(mailsTo(somebody)).as("the old address").hasSize(1);
        assertThat(mailsTo(newAddress))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(ManageLinks.in(mail)).containsOnly(new SignedLink(somebody, 2)));
    }

    @Test
    void nothingGoesToTheNewAddressUntilTheRegistrationSaysThatItIsTheirs() {
        announcer.tell(newContact, asked, story.reminder(Instant.now()));
        throughout(Duration.ofSeconds(3), () -> assertThat(mailsTo(newAddress)).isEmpty());
        announcer.tell(changed);

        eventually(() -> assertThat(outbound.of(somebody))
                .containsExactlyInAnyOrder(
                        "CONFIRMATION SENT", "ADDRESS_ASKED DROPPED", "REMINDER SENT", "ADDRESS_CHANGED SENT"));
        assertThat(outbound.reasons(somebody)).containsExactly("the address has changed since");
        assertThat(mailsTo(newAddress))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(ManageLinks.in(mail)).containsOnly(new SignedLink(somebody, 2)));
    }

    @Test
    void whatIsTooLateDoesNotWaitForTheNewAddress() {
        Instant earlier = Instant.now().minusSeconds(60);
        announcer.tell(
                story.registration(
                        somebody,
                        2,
                        "CONFIRMED",
                        earlier.minusSeconds(60),
                        Map.of("confirmed", 1, "addressChanged", 2)),
                story.reminder(earlier, earlier.plusSeconds(30), 1));

        eventually(() -> assertThat(outbound.of(somebody)).contains("REMINDER DROPPED"));
        assertThat(outbound.reasons(somebody)).containsExactly("too late to be of use");
    }

    @Test
    void whoIsErasedInBetweenIsNotWaitedFor() {
        announcer.tell(changed, story.erased(somebody));

        eventually(() -> assertThat(outbound.of(somebody))
                .contains("ADDRESS_CHANGED DROPPED")
                .hasSize(3));
        assertThat(List.of(mailsTo(somebody).size(), mailsTo(newAddress).size()))
                .containsExactly(1, 0);
    }

    @Test
    void whoHasSeveralRegistrationsKeepsTheAddressesOfTheOthers() {
        UUID other = story.somebody();
        announcer.tell(story.contact(other, 1, Story.address(somebody)), story.waitlisted(other));
        eventually(() -> assertThat(outbound.of(other)).containsExactly("WAITLISTED SENT"));
        announcer.tell(newContact, changed);
        eventually(() -> assertThat(outbound.of(somebody)).contains("ADDRESS_CHANGED SENT"));
        announcer.tell(story.promoted(other, 2));

        eventually(() -> assertThat(outbound.of(other)).contains("PROMOTION SENT"));
        assertThat(mailsTo(somebody))
                .as("both confirmations and the waiting list")
                .hasSize(3);
        assertThat(mailsTo(newAddress)).hasSize(1);
    }
}
