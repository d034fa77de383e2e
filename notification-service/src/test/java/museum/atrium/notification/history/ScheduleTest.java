package museum.atrium.notification.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import museum.atrium.notification.composing.Topic;
import museum.atrium.notification.story.ManageLinks;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import museum.atrium.outbox.ReceivedEvent;
import museum.atrium.testing.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What organisers are told will be sent is what is sent. */
class ScheduleTest extends WithInbox {

    @LocalServerPort
    int port;

    private final Story story = new Story();
    private final UUID second = UUID.randomUUID();
    private final UUID both = story.somebody();
    private final UUID onlySecond = story.somebody();
    private final UUID waiting = story.somebody();
    private final UUID weary = story.somebody();

    /** Two sessions in a row; of those who come to both, one reminder is enough. */
    @BeforeEach
    void fourPeople() {
        announcer.tell(published(), story.contact(both), story.contact(onlySecond), story.contact(waiting));
        announcer.tell(story.contact(weary));
        announcer.tell(story.confirmed(both), story.confirmed(weary), story.waitlisted(waiting));
        announcer.tell(choosingSecond(story.confirmed(onlySecond)));
        eventually(() -> assertThat(
                        Stream.of(both, onlySecond, waiting, weary).flatMap(person -> outbound.of(person).stream()))
                .containsExactlyInAnyOrder(
                        "CONFIRMATION SENT", "CONFIRMATION SENT", "CONFIRMATION SENT", "WAITLISTED SENT"));
        RestClient.create("http://localhost:" + port)
                .post()
                .uri("/unsubscribe/" + ManageLinks.unsubscribing(weary, Topic.REMINDERS))
                .retrieve()
                .toBodilessEntity();
    }

    @Test
    void remindersThatHaveNotFallenDueAreForetoldAndThenSentSo() {
        List<JsonNode> foretold = schedule();

        assertThat(foretold)
                .hasSize(4)
                .allSatisfy(item -> assertThat(item.at("/kind").stringValue()).isEqualTo("REMINDER"));
        assertThat(mails(foretold, story.session, "PT24H")).isEqualTo(1);
        assertThat(mails(foretold, second, "PT24H")).isEqualTo(1);
        assertThat(mails(foretold, story.session, "PT1H")).isEqualTo(1);
        assertThat(mails(foretold, second, "PT1H")).isEqualTo(1);
        assertThat(foretold.getFirst().at("/from").stringValue())
                .isEqualTo(story.startsAt.minus(1, ChronoUnit.DAYS).toString());

        Instant now = Instant.now();
        // One after the other, as they fall due: they come by different partitions of a topic.
        announcer.tell(reminder(story.session, now));
        eventually(() -> assertThat(outbound.of(both)).contains("REMINDER SENT"));
        announcer.tell(reminder(second, now));

        eventually(() -> assertThat(Stream.of(both, onlySecond, waiting, weary)
                        .flatMap(person -> outbound.of(person).stream())
                        .filter(mail -> mail.equals("REMINDER SENT")))
                .hasSize(2));
        eventually(() -> assertThat(outbound.of(both)).contains("REMINDER SENT", "REMINDER DROPPED"));
        eventually(() -> assertThat(outbound.of(weary)).contains("REMINDER DROPPED"));
        assertThat(outbound.of(onlySecond)).contains("REMINDER SENT");
        assertThat(outbound.of(waiting)).containsExactly("WAITLISTED SENT");
    }

    /** The reminder that waits will name the second session as well. */
    @Test
    void whatWaitsWhileSendingIsPausedIsNotForetoldOnceMore() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        announcer.tell(Story.but(published(), activity -> {
            activity.put("revision", 2);
            ArrayNode sessions = (ArrayNode) activity.get("sessions");
            ZoneId place = whereItIsNoon(now);
            begin((ObjectNode) sessions.get(0), now.plus(50, ChronoUnit.MINUTES), place);
            begin((ObjectNode) sessions.get(1), now.plus(80, ChronoUnit.MINUTES), place);
        }));
        eventually(() -> assertThat(outbound.of(both)).contains("SESSION_RESCHEDULED SENT"));
        eventually(() -> assertThat(
                        Stream.of(both, onlySecond, waiting, weary).flatMap(person -> outbound.of(person).stream()))
                .noneMatch(mail -> mail.endsWith("QUEUED") || mail.endsWith("SENDING")));
        steer("pause");
        try {
            announcer.tell(Story.but(reminder(story.session, Instant.now()), json -> json.put("sessionRevision", 2)));
            eventually(() -> assertThat(outbound.of(both)).containsAnyOf("REMINDER QUEUED", "REMINDER HELD"));

            List<JsonNode> foretold = schedule();

            assertThat(mails(foretold, story.session, "PT1H")).isEqualTo(1);
            assertThat(mails(foretold, second, "PT1H"))
                    .as("of who comes to it alone")
                    .isEqualTo(1);
        } finally {
            steer("resume");
        }
    }

    /** What goes on after midnight would be another day's. */
    private static ZoneId whereItIsNoon(Instant now) {
        int east = 12 - now.atOffset(ZoneOffset.UTC).getHour();
        return ZoneId.of("Etc/GMT%+d".formatted(-east));
    }

    private static void begin(ObjectNode session, Instant start, ZoneId place) {
        session.put("startsAt", start.toString())
                .put("endsAt", start.plus(Duration.ofMinutes(30)).toString())
                .put("timeZone", place.getId())
                .put("revision", 2);
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

    @Test
    void nothingIsForetoldOfACancelledActivityAndAnUnknownOneIsNotFound() {
        announcer.tell(story.activityCancelled(2));
        eventually(() -> assertThat(outbound.of(both)).contains("ACTIVITY_CANCELLED SENT"));

        assertThat(schedule()).isEmpty();
        assertThat(get("/api/schedule?activity=" + UUID.randomUUID(), 404)).isNotEmpty();
        get("/api/schedule?activity=no-such-slug", 404);
        get("/api/schedule", 400);
        get("/api/schedule?activity=" + story.activity + "&kind=x", 400);
    }

    @Test
    void statisticsCountWhatWentAndWhatCameToNothing() {
        announcer.tell(story.message(UUID.randomUUID(), both, onlySecond));
        eventually(() -> assertThat(outbound.of(onlySecond)).contains("MESSAGE SENT"));
        eventually(() -> assertThat(outbound.of(both)).contains("MESSAGE SENT"));

        JsonNode items = JsonMapper.shared()
                .readTree(get("/api/deliveries/statistics?activity=" + story.activity, 200))
                .get("items");

        assertThat(items.valueStream().map(item -> item.at("/kind").stringValue()))
                .containsExactly("CONFIRMATION", "MESSAGE", "WAITLISTED");
        assertThat(items.at("/0/sent").intValue()).isEqualTo(3);
        assertThat(items.at("/1/sent").intValue()).isEqualTo(2);
        get("/api/deliveries/statistics", 200);
        get("/api/deliveries/statistics?activity=none", 404);
    }

    private static int mails(List<JsonNode> items, UUID session, String distance) {
        return items.stream()
                .filter(item -> item.at("/session").stringValue().equals(session.toString()))
                .filter(item -> item.at("/distance").stringValue().equals(distance))
                .mapToInt(item -> item.at("/mails").intValue())
                .sum();
    }

    private List<JsonNode> schedule() {
        return JsonMapper.shared()
                .readTree(get("/api/schedule?activity=" + story.activity, 200))
                .get("items")
                .valueStream()
                .toList();
    }

    private String get(String path, int status) {
        String body = RestClient.create("http://localhost:" + port)
                .get()
                .uri(path)
                .headers(headers -> headers.setBasicAuth("organizer", "organizer-of-tests"))
                .accept(MediaType.APPLICATION_JSON)
                .exchange((asked, answer) -> {
                    assertThat(answer.getStatusCode().value()).isEqualTo(status);
                    return new String(answer.getBody().readAllBytes(), UTF_8);
                });
        Contracts.http("notification").assertValid("GET", path.replaceAll("\\?.*", ""), status, body);
        return String.valueOf(body);
    }

    private ReceivedEvent published() {
        return Story.but(story.published(), activity -> {
            ArrayNode reminders = activity.putArray("reminders");
            reminders.add("P1D");
            reminders.add("PT1H");
            ArrayNode sessions = (ArrayNode) activity.get("sessions");
            ObjectNode first = (ObjectNode) sessions.get(0);
            sessions.removeAll();
            sessions.add(first);
            Instant start = Instant.parse(first.get("endsAt").stringValue());
            sessions.add(first.deepCopy()
                    .put("id", second.toString())
                    .put("startsAt", start.toString())
                    .put("endsAt", start.plus(Duration.ofHours(1)).toString()));
        });
    }

    private ReceivedEvent choosingSecond(ReceivedEvent registration) {
        return Story.but(registration, json -> json.putArray("sessions").add(second.toString()));
    }

    private ReceivedEvent reminder(UUID session, Instant dueAt) {
        return Story.but(story.reminder(dueAt), json -> json.put("session", session.toString()));
    }
}
