package museum.atrium.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static museum.atrium.recording.Organiser.CLIP;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import museum.atrium.recording.Neighbours.Programme;
import museum.atrium.testing.badinput.Example;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** A server that answers as BigBlueButton does, and as Zoom does. */
@WholeService
class RoomListsTest {

    private static final FileServer SERVER = server();
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static final List<String> ASKED_OF_ZOOM = new CopyOnWriteArrayList<>();
    private static final List<String> REFUSED_AT_FIRST = new CopyOnWriteArrayList<>();
    private static final List<String> OPENED = new CopyOnWriteArrayList<>();
    private static final AtomicInteger TOKENS = new AtomicInteger();
    private static volatile String meetings = "";
    private static volatile String list = "<response><returncode>SUCCESS</returncode><recordings/></response>";

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private MovableClock clock;

    @DynamicPropertySource
    static void whereItIs(DynamicPropertyRegistry settings) {
        settings.add("atrium.bigbluebutton.url", () -> SERVER.address("/bigbluebutton/"));
        settings.add("atrium.zoom.url", () -> SERVER.address("/zoom"));
        settings.add("atrium.zoom.api-url", () -> SERVER.address("/zoom-api"));
        settings.add("atrium.zoom.account-id", () -> "an account");
        settings.add("atrium.zoom.client-id", () -> "client");
        settings.add("atrium.zoom.client-secret", () -> "secret");
        settings.add("atrium.zoom.sweep-every", () -> "1s");
    }

    @AfterAll
    static void end() {
        SERVER.close();
    }

    @Test
    void whatItsListNamesIsTakenOnceAsSoonAsItSaysSo() throws Exception {
        String room = UUID.randomUUID().toString();
        Programme programme = neighbours.publishActivity();
        organiser.enter(programme, "PUBLIC");
        organiser.json(
                "PUT", "/api/recordings/rooms/BIGBLUEBUTTON/" + room, "{\"activity\": \"" + programme.slug() + "\"}");
        list = listed(room, Instant.now().minusSeconds(7200));

        assertThat(told(LiveRooms.ready("another-secret-that-is-long-enough"))).isEqualTo(403);
        assertThat(told(Example.PLAIN.form(Map.of("signed_parameters", "nonsense"))))
                .isEqualTo(403);
        assertThat(told(Example.PLAIN.form(Map.of()))).isEqualTo(403);
        assertThat(told(claiming(
                        "\"exp\": %d".formatted(clock.instant().minusSeconds(1).getEpochSecond()))))
                .isEqualTo(403);
        assertThat(told(claiming("\"exp\": \"soon\""))).isEqualTo(403);
        assertThat(told(LiveRooms.ready(WholeService.BIGBLUEBUTTON_SECRET, "{\"record_id\": \"one\"}")))
                .isEqualTo(400);
        assertThat(told(LiveRooms.ready(
                        WholeService.BIGBLUEBUTTON_SECRET, "{\"meeting_id\": \"room\", \"record_id\": 1}")))
                .isEqualTo(400);
        int before = ASKED.size();
        assertThat(told(claiming(
                        "\"exp\": %d".formatted(clock.instant().plusSeconds(60).getEpochSecond()))))
                .isEqualTo(204);
        assertThat(told(LiveRooms.ready())).isEqualTo(204);

        eventually(() ->
                assertThat(organiser.arrival(room).get("state").asString()).isEqualTo("ASSIGNED"));
        UUID recording =
                UUID.fromString(organiser.arrival(room).get("recording").asString());
        eventually(() -> assertThat(organiser.state(recording)).isEqualTo("READY"));
        eventually(() -> assertThat(ASKED).hasSize(before + 2));
        assertThat(ASKED.getLast()).contains("state=published&checksum=" + checksum());
        assertThat(organiser
                        .json("GET", "/api/recordings?activity=" + programme.slug(), null)
                        .body()
                        .get("items")
                        .valueStream()
                        .filter(one -> one.get("title").asString().equals("Talk & tea")))
                .hasSize(1);
    }

    @Test
    void whatIsOldOrNoFileIsLeftThere() {
        String room = UUID.randomUUID().toString();
        look(listed(room, Instant.now().minusSeconds(40L * 24 * 3600)));
        look(listed(room, Instant.parse("+300000-01-01T00:00:00Z")));
        look(listed(room, Instant.now()).replace("<type>video</type>", "<type>presentation</type>"));
        look(
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><response><returncode>&x;</returncode></response>");
        String other = UUID.randomUUID().toString();

        look(listed(other, Instant.now()));

        eventually(() -> assertThat(organiser.arrival(other)).isNotNull());
        assertThat(organiser
                        .json("GET", "/api/recordings/arrivals", null)
                        .body()
                        .get("items")
                        .valueStream()
                        .filter(one -> one.get("room").asString().equals(room)))
                .isEmpty();
    }

    @Test
    void whatZoomListsIsTakenPageByPageWithATokenThatIsNew() {
        String room = UUID.randomUUID().toString();
        Programme programme = neighbours.publishActivity();
        organiser.enter(programme, "PUBLIC");
        meetings = """
                {"id": 81234567890, "topic": "Broken", "recording_files": [{"file_type": "MP4", "recording_start": "yesterday"}]},
                {"id": 81234567891, "topic": "Broken", "recording_files": [
                  {"id": "%1$s-never", "file_type": "MP4", "recording_start": "-300000-03-03T10:00:00Z",
                   "recording_end": "2003-03-03T11:00:00Z", "download_url": "%2$s"}]},
                {"id": "%1$s", "topic": "Listed", "recording_files": [
                  {"id": "%1$s-text", "file_type": "TRANSCRIPT", "recording_start": "2003-03-03T10:00:00Z", "download_url": "%3$s"},
                  {"id": "%1$s-file", "file_type": "MP4", "recording_type": "speaker_view", "status": "completed",
                   "recording_start": "2003-03-03T10:00:00Z", "recording_end": "2003-03-03T11:00:00Z", "download_url": "%2$s"}]}
                """.formatted(room, SERVER.address("/zoom-file"), SERVER.address("/zoom-text"));

        eventually(() -> assertThat(organiser.arrival(room)).isNotNull());
        JsonNode waiting = organiser.arrival(room);
        assertThat(waiting.get("state").asString()).isEqualTo("WAITING");
        assertThat(organiser
                        .json("GET", "/api/recordings/arrivals", null)
                        .body()
                        .toString())
                .as("of a time at which nothing can have been recorded")
                .doesNotContain("81234567891");
        int given = TOKENS.get();
        eventually(() -> assertThat(TOKENS.get()).isGreaterThan(given + 2));
        JsonNode assigned = organiser
                .json(
                        "POST",
                        "/api/recordings/arrivals/" + waiting.get("id").asString() + "/assignment",
                        "{\"activity\": \"" + programme.slug() + "\"}")
                .body();

        UUID recording = UUID.fromString(assigned.get("recording").asString());
        eventually(() -> assertThat(organiser.state(recording)).isEqualTo("READY"));
        assertThat(OPENED).hasSize(1);
        assertThat(Integer.parseInt(OPENED.getFirst().replace("Bearer token-", "")))
                .as("not the one with which it was first seen")
                .isGreaterThan(given);
        assertThat(ASKED_OF_ZOOM).contains("client:secret", "an account");
    }

    @Test
    void whatOpensAFileIsRenewedWhileItIsFetched() {
        String room = UUID.randomUUID().toString();
        Programme programme = neighbours.publishActivity();
        organiser.enter(programme, "PUBLIC");
        organiser.json("PUT", "/api/recordings/rooms/ZOOM/" + room, "{\"activity\": \"" + programme.slug() + "\"}");
        meetings = """
                {"id": "%1$s", "topic": "Refused at first", "recording_files": [
                  {"id": "%1$s-file", "file_type": "MP4", "recording_start": "2004-04-04T10:00:00Z",
                   "recording_end": "2004-04-04T11:00:00Z", "download_url": "%2$s"}]}
                """.formatted(room, SERVER.address("/zoom-refused-at-first"));

        eventually(() -> assertThat(REFUSED_AT_FIRST).hasSize(1));
        int given = TOKENS.get();
        eventually(() -> assertThat(TOKENS.get()).isGreaterThan(given + 2));
        clock.move(Duration.ofHours(1));

        eventually(() -> assertThat(REFUSED_AT_FIRST).hasSize(2));
        assertThat(Integer.parseInt(REFUSED_AT_FIRST.getLast().replace("Bearer token-", "")))
                .isGreaterThan(given);
        UUID recording =
                UUID.fromString(organiser.arrival(room).get("recording").asString());
        eventually(() -> assertThat(organiser.state(recording)).isEqualTo("READY"));
    }

    private static Example claiming(String more) {
        return LiveRooms.ready(
                WholeService.BIGBLUEBUTTON_SECRET,
                "{\"meeting_id\": \"room\", \"record_id\": \"one\", %s}".formatted(more));
    }

    /** Until that has been read. */
    private void look(String other) {
        list = other;
        int before = ASKED.size();
        assertThat(told(LiveRooms.ready())).isEqualTo(204);
        eventually(() -> assertThat(ASKED).hasSizeGreaterThan(before));
    }

    private int told(Example example) {
        String form =
                example.body() instanceof Map<?, ?> fields && fields.get("signed_parameters") instanceof String signed
                        ? "signed_parameters=" + signed
                        : "";
        return organiser
                .send(organiser
                        .request("/hooks/bigbluebutton")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .statusCode();
    }

    private static String listed(String room, Instant start) {
        return """
                <response><returncode>SUCCESS</returncode><recordings><recording>
                  <recordID>%1$s-%2$d</recordID><meetingID>%1$s</meetingID><name>Talk &amp; tea</name>
                  <startTime>%2$d</startTime><endTime>%3$d</endTime>
                  <playback>
                    <format><type>presentation</type><url>%4$s</url></format>
                    <format><type>video</type><url>%4$s</url></format>
                  </playback>
                </recording></recordings></response>
                """.formatted(
                        room,
                        start.toEpochMilli(),
                        start.plusSeconds(3600).toEpochMilli(),
                        SERVER.address("/playback/video/one/"));
    }

    private static String checksum() throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(("getRecordingsstate=published" + WholeService.BIGBLUEBUTTON_SECRET).getBytes()));
    }

    private static FileServer server() {
        try {
            return new FileServer().answering(RoomListsTest::answer);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void answer(HttpExchange request) throws IOException {
        String asked = request.getRequestURI().toString();
        if (asked.startsWith("/bigbluebutton/api/getRecordings?")) {
            ASKED.add(asked);
            FileServer.file(list.getBytes(), null).to(request);
        } else if (asked.equals("/playback/video/one/video-0.m4v")) {
            FileServer.file(CLIP, null).to(request);
        } else if (asked.startsWith("/zoom")) {
            answerAsZoom(request);
        } else {
            request.sendResponseHeaders(404, -1);
        }
    }

    private static void answerAsZoom(HttpExchange request) throws IOException {
        String authorization = String.valueOf(request.getRequestHeaders().getFirst("Authorization"));
        String query = String.valueOf(request.getRequestURI().getQuery());
        switch (request.getRequestMethod() + " " + request.getRequestURI().getPath()) {
            case "POST /zoom/oauth/token" -> {
                ASKED_OF_ZOOM.add(new String(Base64.getDecoder().decode(authorization.replace("Basic ", "")), UTF_8));
                ASKED_OF_ZOOM.add(query.replace("grant_type=account_credentials&account_id=", ""));
                String token = "{\"access_token\": \"token-%d\"}".formatted(TOKENS.incrementAndGet());
                FileServer.file(token.getBytes(UTF_8), null).to(request);
            }
            case "GET /zoom-api/v2/accounts/me/recordings" -> {
                boolean first = query.endsWith("next_page_token=");
                String page = first
                        ? "{\"meetings\": [], \"next_page_token\": \"a+b\"}"
                        : "{\"meetings\": [%s], \"next_page_token\": \"\"}".formatted(meetings);
                boolean allowed = authorization.equals("Bearer token-" + TOKENS.get())
                        && (first || query.endsWith("&next_page_token=a+b"))
                        && query.matches("from=\\d{4}-\\d\\d-\\d\\d&to=\\d{4}-\\d\\d-\\d\\d&page_size=300&.*");
                (allowed ? FileServer.file(page.getBytes(UTF_8), null) : FileServer.status(401)).to(request);
            }
            case "GET /zoom-file" -> {
                OPENED.add(authorization);
                FileServer.file(CLIP, null).to(request);
            }
            case "GET /zoom-refused-at-first" -> {
                REFUSED_AT_FIRST.add(authorization);
                boolean first = REFUSED_AT_FIRST.size() == 1;
                (first ? FileServer.status(401) : FileServer.file(CLIP, null)).to(request);
            }
            default -> request.sendResponseHeaders(404, -1);
        }
    }
}
