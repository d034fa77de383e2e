package museum.atrium.notification.planning;

import static museum.atrium.notification.story.Story.but;
import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import museum.atrium.inbox.reading.OpenedMessage;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import museum.atrium.outbox.ReceivedEvent;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What is sent when all is over. */
class AfterwardsTest extends WithInbox {

    private static final Instant BEFORE = Instant.now().minus(Duration.ofDays(10));
    private static final Instant SETTLED = Instant.now().minusSeconds(60);

    private final Story story = new Story();
    private final UUID came = story.somebody();
    private final UUID missing = story.somebody();

    @Test
    void whoCameIsThankedAndWhoDidNotIsMissedOnceEach() {
        bothAreKnown();
        announcer.tell(over(2, json -> {}));

        eventually(() -> {
            assertThat(outbound.of(came)).contains("FOLLOW_UP SENT");
            assertThat(outbound.of(missing)).contains("FOLLOW_UP SENT");
        });
        assertThat(last(came).text())
                .contains("Agradecemos que tenha participado", "https://surveys.example.org/2027-03");
        assertThat(last(missing).text()).contains("não demos pela sua presença").doesNotContain("surveys.example.org");

        announcer.tell(over(3, json -> json.putObject("title").put("en", "Another title")));
        eventually(() -> assertThat(outbound.unfinishedNotices()).isZero());
        throughout(Duration.ofMillis(500), () -> assertThat(mailsTo(came)).hasSize(2));
    }

    @Test
    void whoIsFoundToHaveComeAMomentLaterIsNotMissed() {
        bothAreKnown();
        announcer.tell(over(
                2,
                json -> ((ObjectNode) json.get("sessions").get(0))
                        .put("attendanceSettledAt", Instant.now().toString())));
        announcer.tell(attended(missing));

        eventually(() -> assertThat(outbound.of(missing)).contains("FOLLOW_UP SENT"));
        assertThat(last(missing).text()).contains("Agradecemos que tenha participado");
    }

    @Test
    void nothingIsSaidWhereSomeSessionIsStillToBeSettled() {
        UUID module = UUID.randomUUID();
        bothAreKnown();
        announcer.tell(over(2, json -> {
            ObjectNode second = ((ObjectNode) json.get("sessions").get(0)).deepCopy();
            second.put("id", module.toString()).putNull("attendanceSettledAt");
            json.withArray("sessions").add(second);
        }));
        announcer.tell(story.recording(1, "PUBLISHED", "PUBLIC", Instant.now()));

        eventually(() -> assertThat(outbound.of(came)).contains("RECORDING_AVAILABLE SENT"));
        assertThat(outbound.of(came)).noneMatch(delivery -> delivery.startsWith("FOLLOW_UP"));

        announcer.tell(over(3, json -> {}));
        eventually(() -> assertThat(outbound.of(came)).contains("FOLLOW_UP SENT"));
    }

    @Test
    void recordingsThatArePublishedTogetherAreToldTogether() {
        bothAreKnown();
        announcer.tell(
                recording("Opening"),
                recording("Storage rooms"),
                but(recording("For the team"), json -> json.put("access", "ATTENDEES")));

        eventually(() -> assertThat(outbound.of(missing))
                .contains("RECORDING_AVAILABLE SENT")
                .doesNotContain("RECORDING_AVAILABLE QUEUED", "RECORDING_AVAILABLE SENDING"));
        assertThat(outbound.of(missing))
                .filteredOn(mail -> mail.startsWith("RECORDING_AVAILABLE"))
                .containsExactlyInAnyOrder("RECORDING_AVAILABLE SENT", "RECORDING_AVAILABLE DROPPED");
        assertThat(outbound.reasons(missing)).containsExactly("told with another recording");
        OpenedMessage mail = last(missing);
        assertThat(mail.subject()).startsWith("Gravações disponíveis");
        assertThat(mail.text()).contains("Opening", "Storage rooms").doesNotContain("For the team");

        announcer.tell(recording("Closing"));
        eventually(() -> assertThat(mailsTo(missing)).hasSize(3));
        assertThat(last(missing).subject()).startsWith("Gravação disponível");
        assertThat(last(missing).text()).contains("Closing").doesNotContain("Opening");
    }

    private ReceivedEvent recording(String title) {
        UUID id = UUID.randomUUID();
        ReceivedEvent published = but(
                story.recording(1, "PUBLISHED", "PUBLIC", Instant.now()),
                json -> json.put("id", id.toString()).put("title", title));
        return new ReceivedEvent(
                published.topic(), id.toString(), published.type(), published.time(), published.payload());
    }

    @Test
    void thanksThatWouldComeDaysLaterAreDropped() {
        bothAreKnown();
        announcer.tell(over(
                2,
                json -> ((ObjectNode) json.get("sessions").get(0))
                        .put(
                                "attendanceSettledAt",
                                Instant.now().minus(Duration.ofDays(8)).toString())));
        eventually(() -> assertThat(outbound.of(came)).contains("FOLLOW_UP DROPPED"));
    }

    @Test
    void whatTheOrganiserHasMutedIsNotSentAndSaysSo() {
        bothAreKnown();
        announcer.tell(over(
                2,
                json -> ((ObjectNode) json.get("mails"))
                        .put("afterMissing", false)
                        .put("recording", false)
                        .put("certificate", false)));
        announcer.tell(story.recording(1, "PUBLISHED", "PUBLIC", Instant.now()));
        announcer.tell(certified(came, 3, Map.of("confirmed", 1, "certified", 3)));

        eventually(() -> {
            assertThat(outbound.of(came))
                    .contains("FOLLOW_UP SENT", "RECORDING_AVAILABLE DROPPED", "CERTIFICATE_READY DROPPED");
            assertThat(outbound.of(missing)).contains("FOLLOW_UP DROPPED");
        });
        assertThat(outbound.reasons(missing)).contains("the organiser does not want it sent");
    }

    @Test
    void aCertificateIsToldAndOneThatReplacesItTooButNotWhatIsWorthlessByThen() {
        bothAreKnown();
        announcer.tell(certified(came, 3, Map.of("confirmed", 1, "certified", 3)));
        eventually(() -> assertThat(outbound.of(came)).contains("CERTIFICATE_READY SENT"));
        assertThat(last(came).text()).contains("certificado de participação", "/registrations/");

        announcer.tell(certified(came, 5, Map.of("confirmed", 1, "certificateRevoked", 4, "certified", 5)));
        eventually(() -> assertThat(mailsTo(came)).hasSize(3));

        announcer.tell(certified(missing, 4, Map.of("confirmed", 1, "certified", 3, "certificateRevoked", 4)));
        eventually(() -> assertThat(outbound.of(missing)).contains("CERTIFICATE_READY DROPPED"));
        assertThat(outbound.reasons(missing)).contains("the certificate is revoked");
    }

    private void bothAreKnown() {
        announcer.tell(story.published(), story.contact(came), story.contact(missing));
        announcer.tell(story.confirmed(came, BEFORE), story.confirmed(missing, BEFORE));
        announcer.tell(attended(came));
        eventually(() -> {
            assertThat(outbound.of(came)).containsExactly("CONFIRMATION SENT");
            assertThat(outbound.of(missing)).containsExactly("CONFIRMATION SENT");
        });
    }

    private ReceivedEvent attended(UUID registration) {
        return story.registration(registration, 2, "CONFIRMED", BEFORE, Map.of("confirmed", 1), List.of(story.session));
    }

    private ReceivedEvent certified(UUID registration, int revision, Map<String, Integer> occasions) {
        return story.registration(registration, revision, "CONFIRMED", BEFORE, occasions, List.of(story.session));
    }

    private ReceivedEvent over(long revision, Consumer<ObjectNode> changes) {
        return but(story.moved(revision, SETTLED.minus(Duration.ofHours(4))), json -> {
            ObjectNode slot = (ObjectNode) json.get("sessions").get(0);
            // Its times are those of before, told anew: nothing has moved.
            slot.put("revision", 1).put("attendanceSettledAt", SETTLED.toString());
            changes.accept(json);
        });
    }

    private OpenedMessage last(UUID registration) {
        return mailsTo(registration).getLast();
    }
}
