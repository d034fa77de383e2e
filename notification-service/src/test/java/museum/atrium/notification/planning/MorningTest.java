package museum.atrium.notification.planning;

import static museum.atrium.notification.story.Story.but;
import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import museum.atrium.outbox.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sessions that follow each other are told by one reminder. */
class MorningTest extends WithInbox {

    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    private static final Instant NINE = LocalDate.now(ZONE)
            .plusDays(3)
            .atTime(LocalTime.of(9, 0))
            .atZone(ZONE)
            .toInstant();
    private static final Instant DUE = Instant.now().minusSeconds(600);

    @LocalServerPort
    int port;

    private final Story story = new Story();
    private final UUID afterCoffee = UUID.randomUUID();
    private final UUID afterLunch = UUID.randomUUID();
    private final UUID everywhere = story.somebody();
    private final UUID late = story.somebody();

    @Test
    void aMorningIsOneReminderAndTheAfternoonAnother() {
        announcer.tell(conference(1), story.contact(everywhere), story.contact(late));
        announcer.tell(story.confirmed(everywhere, DUE), choosing(late, afterCoffee));
        announcer.tell(due(story.session, NINE));
        eventually(() -> assertThat(outbound.of(everywhere)).contains("REMINDER SENT"));

        announcer.tell(due(afterCoffee, NINE.plus(Duration.ofMinutes(90))));
        announcer.tell(due(afterLunch, NINE.plus(Duration.ofHours(5))));

        eventually(() -> {
            assertThat(reminders(everywhere)).containsExactly("REMINDER DROPPED", "REMINDER SENT", "REMINDER SENT");
            assertThat(reminders(late)).containsExactly("REMINDER SENT");
        });
        assertThat(outbound.reasons(everywhere)).contains("told with the reminder of an earlier session");
        List<String> texts =
                mailsTo(everywhere).stream().skip(1).map(mail -> mail.text()).toList();
        assertThat(texts.getFirst()).contains("Opening", "Workshop", "/join/").doesNotContain("Closing");
        assertThat(texts.getLast()).contains("Closing").doesNotContain("Opening", "Workshop");
        assertThat(mailsTo(late).getLast().text()).contains("Workshop").doesNotContain("Opening", "Closing");
    }

    @Test
    void twoThatFallDueAtOnceAreStillOneMailWhicheverIsHeardOfFirst() {
        announcer.tell(conference(1), story.contact(everywhere), story.confirmed(everywhere, DUE));
        eventually(() -> assertThat(outbound.of(everywhere)).containsExactly("CONFIRMATION SENT"));
        steer("pause");
        try {
            announcer.tell(due(afterCoffee, NINE.plus(Duration.ofMinutes(90))));
            eventually(() -> assertThat(reminders(everywhere)).hasSize(1));
            announcer.tell(due(story.session, NINE));
            eventually(() -> assertThat(reminders(everywhere)).hasSize(2));
        } finally {
            steer("resume");
        }

        eventually(() -> assertThat(reminders(everywhere)).containsExactly("REMINDER DROPPED", "REMINDER SENT"));
        throughout(Duration.ofMillis(500), () -> assertThat(mailsTo(everywhere)).hasSize(2));
    }

    @Test
    void aSessionThatHasMovedSinceHasAReminderOfItsOwn() {
        announcer.tell(conference(1), story.contact(everywhere), story.confirmed(everywhere, DUE));
        announcer.tell(due(story.session, NINE));
        eventually(() -> assertThat(outbound.of(everywhere)).contains("REMINDER SENT"));

        announcer.tell(but(conference(2), json -> {
            ObjectNode moved = (ObjectNode) json.get("sessions").get(1);
            moved.put("revision", 2)
                    .put("startsAt", NINE.plus(Duration.ofMinutes(100)).toString());
        }));
        announcer.tell(
                but(due(afterCoffee, NINE.plus(Duration.ofMinutes(100))), json -> json.put("sessionRevision", 2)));

        eventually(() -> assertThat(reminders(everywhere)).containsExactly("REMINDER SENT", "REMINDER SENT"));
    }

    private void steer(String what) {
        RestClient.create("http://localhost:" + port)
                .post()
                .uri("/api/sending/" + what)
                .headers(headers -> headers.setBasicAuth("organizer", "organizer-of-tests"))
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"activity\": null}")
                .retrieve()
                .toBodilessEntity();
    }

    private List<String> reminders(UUID registration) {
        return outbound.of(registration).stream()
                .filter(delivery -> delivery.startsWith("REMINDER"))
                .sorted()
                .toList();
    }

    private ReceivedEvent choosing(UUID registration, UUID session) {
        return but(
                story.confirmed(registration, DUE),
                json -> json.putArray("sessions").add(session.toString()));
    }

    private ReceivedEvent due(UUID session, Instant startsAt) {
        return but(story.reminder(DUE, startsAt, 1), json -> json.put("session", session.toString()));
    }

    private ReceivedEvent conference(long revision) {
        return but(story.moved(revision, NINE), json -> {
            ArrayNode sessions = json.withArray("sessions");
            ObjectNode opening = (ObjectNode) sessions.get(0);
            opening.put("revision", 1).put("timeZone", ZONE.getId());
            opening.put("endsAt", NINE.plus(Duration.ofHours(1)).toString());
            opening.putObject("title").put("en", "Opening");
            sessions.add(another(opening, afterCoffee, "Workshop", NINE.plus(Duration.ofMinutes(90))));
            sessions.add(another(opening, afterLunch, "Closing", NINE.plus(Duration.ofHours(5))));
            json.put("kind", "CONFERENCE");
        });
    }

    private static ObjectNode another(ObjectNode opening, UUID id, String title, Instant startsAt) {
        ObjectNode session = opening.deepCopy();
        session.put("id", id.toString()).put("startsAt", startsAt.toString());
        session.put("endsAt", startsAt.plus(Duration.ofHours(1)).toString());
        session.putObject("title").put("en", title);
        return session;
    }
}
