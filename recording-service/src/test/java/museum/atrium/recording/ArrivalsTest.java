package museum.atrium.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static museum.atrium.recording.Organiser.CLIP;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import museum.atrium.recording.Neighbours.Programme;
import museum.atrium.testing.badinput.Example;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Zoom tells of, and what becomes of it. */
@WholeService
class ArrivalsTest {

    /** Long before every other session of these tests. */
    private static final String START = "2002-02-02T10:00:00Z";

    private static final String TEXT = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nGood morning\n";
    private static final String END = "2002-02-02T11:00:00Z";

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private LiveRooms rooms;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient database;

    private final String room = UUID.randomUUID().toString();
    private final List<String> opened = new CopyOnWriteArrayList<>();
    private FileServer server;
    private Programme programme;

    @BeforeEach
    void aRoomWasRecorded() throws Exception {
        server = new FileServer();
        server.answering(request -> {
            opened.add(String.valueOf(request.getRequestHeaders().getFirst("Authorization")));
            boolean text = request.getRequestURI().getPath().equals("/text");
            FileServer.file(text ? TEXT.getBytes(UTF_8) : CLIP, null).to(request);
        });
        programme = neighbours.publishActivity();
        organiser.enter(programme, "PUBLIC");
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void aWebhookThatIsSentThreeTimesImportsOnceIntoTheSessionOfItsRoom() {
        organiser.json("PUT", "/api/recordings/rooms/ZOOM/" + room, place(programme.second()));
        Example told = told();

        for (int time = 0; time < 3; time++) {
            assertThat(organiser.hook(told).statusCode()).isEqualTo(204);
        }

        JsonNode arrival = organiser.arrival(room);
        assertThat(arrival.get("state").asString()).isEqualTo("ASSIGNED");
        UUID recording = UUID.fromString(arrival.get("recording").asString());
        eventually(() -> assertThat(organiser.state(recording)).isEqualTo("READY"));
        JsonNode found = organiser.look(recording);
        assertThat(found.get("title").asString()).isEqualTo("Light and how to live with it");
        assertThat(found.get("access").asString()).isEqualTo("REGISTRANTS");
        assertThat(found.get("session").asString()).isEqualTo(programme.second().toString());
        assertThat(opened).containsExactly("Bearer a-token");
        assertThat(organiser
                        .json("GET", "/api/recordings?activity=" + programme.slug(), null)
                        .body()
                        .get("items")
                        .valueStream()
                        .filter(one -> one.get("title").asString().startsWith("Light")))
                .hasSize(1);
    }

    @Test
    void whatBelongsToNoSessionWaitsForSomebodyWhoKnows() {
        organiser.hook(told());
        JsonNode waiting = organiser.arrival(room);
        assertThat(waiting.get("state").asString()).isEqualTo("WAITING");
        assertThat(waiting.get("reason").asString()).contains("No session");
        String path = "/api/recordings/arrivals/" + waiting.get("id").asString();

        assertThat(organiser
                        .json("POST", path + "/assignment", "{\"activity\": \"nothing\"}")
                        .status())
                .isEqualTo(422);
        JsonNode assigned = organiser
                .json("POST", path + "/assignment", place(programme.first()))
                .body();

        assertThat(assigned.get("state").asString()).isEqualTo("ASSIGNED");
        assertThat(organiser
                        .json("POST", path + "/assignment", place(programme.first()))
                        .status())
                .isEqualTo(409);
        assertThat(organiser.json("DELETE", path, null).status()).isEqualTo(409);
        UUID recording = UUID.fromString(assigned.get("recording").asString());
        eventually(() -> assertThat(organiser.state(recording)).isEqualTo("READY"));
    }

    @Test
    void whatZoomHasWrittenDownBecomesCaptionsAndWritesOverNone() {
        organiser.json("PUT", "/api/recordings/rooms/ZOOM/" + room, place(programme.first()));
        organiser.hook(rooms.transcribed(room, room + "-text", START, server.address("/text")));
        assertThat(opened).as("it waits for its recording").isEmpty();

        organiser.hook(told());
        UUID recording =
                UUID.fromString(organiser.arrival(room).get("recording").asString());

        eventually(() -> assertThat(
                        organiser.look(recording).at("/captions/0/language").asString())
                .isEqualTo("en"));
        organiser.captions(recording, "en", "WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n\n00:03.000 --> 00:04.000\nTwo\n");
        organiser.hook(rooms.transcribed(room, room + "-other", START, server.address("/text")));
        organiser.hook(rooms.transcribed(room, room + "-other", START, server.address("/text")));
        eventually(() -> assertThat(opened).hasSize(3));
        assertThat(organiser.look(recording).at("/captions/0/cues").asInt()).isEqualTo(2);
    }

    @Test
    void whatNobodyWantsStaysIgnoredHoweverOftenItIsTold() {
        Example told = told();
        organiser.hook(told);
        String path =
                "/api/recordings/arrivals/" + organiser.arrival(room).get("id").asString();

        assertThat(organiser.json("DELETE", path, null).status()).isEqualTo(204);

        organiser.hook(told);
        assertThat(organiser.arrival(room).get("state").asString()).isEqualTo("IGNORED");
        assertThat(opened).isEmpty();
    }

    @Test
    void aRoomThatIsNamedLateFindsItsRecording() {
        organiser.hook(told());
        assertThat(organiser.arrival(room).get("state").asString()).isEqualTo("WAITING");

        organiser.json("PUT", "/api/recordings/rooms/ZOOM/" + room, "{\"activity\": \"" + programme.slug() + "\"}");

        eventually(() ->
                assertThat(organiser.arrival(room).get("state").asString()).isEqualTo("ASSIGNED"));
        assertThat(organiser
                        .json("GET", "/api/recordings/rooms?activity=" + programme.slug(), null)
                        .body()
                        .at("/items/0/room")
                        .asString())
                .isEqualTo(room);
        assertThat(organiser
                        .json("DELETE", "/api/recordings/rooms/ZOOM/" + room, null)
                        .status())
                .isEqualTo(204);
        assertThat(organiser
                        .json("DELETE", "/api/recordings/rooms/ZOOM/" + room, null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void oneThatCannotBeMatchedKeepsNoneOfTheOthers() {
        String other = UUID.randomUUID().toString();
        organiser.hook(told());
        organiser.hook(rooms.recorded(other, other, "2002-02-02T10:30:00Z", END, server.address("/file.mp4")));
        database.sql("update arrival set url = 'https://[' where room = :room")
                .param("room", other)
                .update();
        try {
            organiser.json("PUT", "/api/recordings/rooms/ZOOM/" + room, place(programme.first()));

            eventually(() ->
                    assertThat(organiser.arrival(room).get("state").asString()).isEqualTo("ASSIGNED"));
            assertThat(organiser.arrival(other).get("state").asString()).isEqualTo("WAITING");
        } finally {
            database.sql("delete from arrival where room = :room")
                    .param("room", other)
                    .update();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "+300000-01-01T10:00:00Z, +300000-01-01T11:00:00Z",
        "-300000-01-01T10:00:00Z, -300000-01-01T11:00:00Z",
        "1999-12-31T23:59:59Z, 2002-02-02T11:00:00Z",
        "2002-02-02T10:00:00Z, 2200-01-01T00:00:00Z",
        "2002-02-02T10:00:00Z, 2002-02-02T09:59:59Z"
    })
    void whatCannotHaveBeenRecordedThenIsRefused(String start, String end) {
        assertThat(organiser
                        .hook(rooms.recorded(room, room, start, end, server.address("/file.mp4")))
                        .statusCode())
                .isEqualTo(400);

        assertThat(organiser
                        .json("GET", "/api/recordings/arrivals", null)
                        .body()
                        .toString())
                .doesNotContain(room);
    }

    @Test
    void aTranscriptOfATimeThatIsNoneIsRefused() {
        assertThat(organiser
                        .hook(rooms.transcribed(
                                room, room + "-text", "+300000-01-01T10:00:00Z", server.address("/text")))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s %s %s", " %s-%s-%s ", "%s %s-%s"})
    void aRoomMayBeNamedAsZoomShowsItsNumber(String shown) {
        String number = "8%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
        String named = shown.formatted(number.substring(0, 3), number.substring(3, 7), number.substring(7))
                .replace(" ", "%20");

        assertThat(organiser
                        .json("PUT", "/api/recordings/rooms/ZOOM/" + named, place(programme.second()))
                        .body()
                        .get("room")
                        .asString())
                .isEqualTo(number);

        organiser.hook(rooms.recorded(number, number, START, END, server.address("/file.mp4")));
        assertThat(organiser.arrival(number).get("state").asString()).isEqualTo("ASSIGNED");
        assertThat(organiser
                        .json("DELETE", "/api/recordings/rooms/ZOOM/" + named, null)
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aRoomThatNobodyNamedFindsTheSessionOfItsTime() {
        Programme alone = neighbours.publishActivityAt(
                Instant.parse("2003-03-03T10:05:00Z"), Instant.parse("2003-03-03T12:00:00Z"));
        organiser.enter(alone, "PUBLIC");

        organiser.hook(rooms.recorded(
                room, room, "2003-03-03T10:00:00Z", "2003-03-03T11:00:00Z", server.address("/file.mp4")));

        JsonNode arrival = organiser.arrival(room);
        assertThat(arrival.get("state").asString()).as(arrival.toString()).isEqualTo("ASSIGNED");
        JsonNode recording =
                organiser.look(UUID.fromString(arrival.get("recording").asString()));
        assertThat(recording.get("slug").asString()).isEqualTo(alone.slug());
        assertThat(recording.get("session").asString()).isEqualTo(alone.first().toString());
    }

    @Test
    void zoomIsAnsweredAsItAsksAndNobodyElseIs() {
        HttpResponse<byte[]> answer = organiser.hook(rooms.validation());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JsonMapper.shared()
                        .readTree(answer.body())
                        .get("encryptedToken")
                        .asString())
                .isEqualTo(LiveRooms.hmac("q9ibPhGeRZ6ayx5WTrXjRw", WholeService.ZOOM_SECRET));
        String json = "{\"event\": \"recording.completed\"}";
        assertThat(organiser
                        .hook(rooms.zoom(json, clock.instant().minus(Duration.ofMinutes(6)), WholeService.ZOOM_SECRET))
                        .statusCode())
                .as("stale")
                .isEqualTo(403);
        assertThat(organiser.hook(rooms.zoom(json, clock.instant(), "another")).statusCode())
                .isEqualTo(403);
        assertThat(organiser.hook(Example.PLAIN.json(json)).statusCode()).isEqualTo(403);
        assertThat(new String(organiser.hook(Example.PLAIN.json(json)).body(), UTF_8))
                .contains("signature");
        assertThat(organiser
                        .hook(rooms.recorded(room, room, "yesterday", END, server.address("/file")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(organiser
                        .hook(rooms.zoom("{\"event\": \"endpoint.url_validation\", \"payload\": {}}"))
                        .statusCode())
                .as("nothing to encrypt")
                .isEqualTo(400);
    }

    private Example told() {
        return rooms.recorded(room, room, START, END, server.address("/file.mp4"));
    }

    private String place(UUID session) {
        return "{\"activity\": \"%s\", \"session\": \"%s\"}".formatted(programme.slug(), session);
    }
}
