package museum.atrium.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static museum.atrium.recording.Organiser.CLIP;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import museum.atrium.recording.Neighbours.Programme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** Files that are fetched from elsewhere. */
@WholeService
class ImportingTest {

    private static final String TAG = "\"one\"";

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private MovableClock clock;

    @Autowired
    private RecordingSettings settings;

    @Autowired
    private Environment environment;

    private FileServer server;
    private UUID recording;

    @BeforeEach
    void somebodyHasAFile() throws Exception {
        server = new FileServer();
        recording = organiser.enter(neighbours.publishActivity(), "PUBLIC");
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void aFileIsFetchedLikeAnUploadAndItsAddressIsForgotten() throws Exception {
        server.answering(FileServer.leadingTo("/moved?secret=1")).answering(FileServer.file(CLIP, null));
        String sha256 = HexFormat.of()
                .withUpperCase()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(CLIP));

        assertThat(ask(server.address("/talk.mp4"), sha256)).isEqualTo(202);

        settled("READY");
        assertThat(Files.readAllBytes(settings.folder()
                        .resolve(StoredFiles.in(settings).stream()
                                .filter(this::isTheClip)
                                .findFirst()
                                .orElseThrow())))
                .isEqualTo(CLIP);
        assertThat(organiser.look(recording).get("fetching").isNull()).isTrue();
        assertThat(organiser.look(recording).toString()).doesNotContain("secret=1", "talk.mp4");
    }

    @Test
    void whatBrokeOffIsGoneOnWithAndNothingIsFetchedTwice() {
        server.answering(FileServer.brokenOff(CLIP, TAG, 10_000)).answering(FileServer.file(CLIP, TAG));

        ask(server.address("/talk.mp4"), null);

        eventually(() -> assertThat(fetching().get("attempts").asInt()).isEqualTo(1));
        assertThat(fetching().get("reason").asString()).isNotEmpty();
        assertThat(fetching().get("nextAt").isNull()).isFalse();
        assertThat(organiser.look(recording).get("progress").asInt()).isPositive();
        clock.move(Duration.ofMinutes(2));
        settled("READY");
        assertThat(server.ranges()).containsExactly("all", "bytes=10000-");
    }

    @Test
    void whatNeverAnswersIsTriedAgainBehindWhatMight() throws Exception {
        int many = 8;
        Programme programme = neighbours.publishActivity();
        try (FileServer hanging = new FileServer()) {
            hanging.answering(hanging.silentAfter(CLIP, TAG, 0));
            List<UUID> hang = Stream.generate(() -> organiser.enter(programme, "PUBLIC"))
                    .limit(many)
                    .toList();
            hang.forEach(one -> organiser.json(
                    "POST",
                    "/api/recordings/" + one + "/import",
                    "{\"url\": \"%s\"}".formatted(hanging.address("/talk.mp4"))));
            eventually(
                    Duration.ofSeconds(30),
                    () -> assertThat(hang)
                            .allSatisfy(one -> assertThat(organiser
                                            .look(one)
                                            .at("/fetching/attempts")
                                            .asInt())
                                    .isEqualTo(1)));
            clock.move(Duration.ofMinutes(2));
            eventually(() -> assertThat(hanging.ranges()).hasSizeGreaterThan(many));
            server.answering(FileServer.file(CLIP, null));

            ask(server.address("/talk.mp4"), null);

            settled("READY");
            // Those that were under way, and perhaps one more that a worker took while this was asked for.
            assertThat(hanging.ranges()).hasSizeBetween(many + 1, many + 4);
            hang.forEach(organiser::remove);
        }
    }

    @Test
    void whatChangedMeanwhileBeginsAgain() {
        server.answering(FileServer.brokenOff(CLIP, TAG, 10_000)).answering(FileServer.file(CLIP, "\"two\""));

        ask(server.address("/talk.mp4"), null);
        eventually(() -> assertThat(fetching().get("attempts").asInt()).isEqualTo(1));
        clock.move(Duration.ofMinutes(2));

        settled("READY");
        assertThat(organiser.look(recording).get("size").asInt()).isEqualTo(CLIP.length);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"two\"', bytes 10000-%d/%d, 0",
        "W/\"one\", bytes 10000-%d/%d, 0",
        "'\"one\"', bytes 10000-%d/%d, 1",
        "'\"one\"', bytes 9999-%d/%d, 0",
        "'\"one\"', bytes 10000-%d/*, 0"
    })
    void theRestOfAnotherFileIsNotPutBehindWhatHasCome(String tag, String range, int longer) throws Exception {
        String contentRange = range.formatted(CLIP.length - 1 + longer, CLIP.length + longer);
        server.answering(FileServer.brokenOff(CLIP, TAG, 10_000))
                .answering(FileServer.part(new byte[CLIP.length - 10_000], tag, contentRange))
                .answering(FileServer.file(CLIP, TAG));

        ask(server.address("/talk.mp4"), null);
        eventually(() -> assertThat(fetching().get("attempts").asInt()).isEqualTo(1));
        clock.move(Duration.ofMinutes(2));
        eventually(() -> assertThat(fetching().get("reason").asString()).contains("it begins again"));
        clock.move(Duration.ofMinutes(4));

        assertThat(settled("READY").get("sha256").asString())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(CLIP)));
        assertThat(server.ranges()).containsExactly("all", "bytes=10000-", "all");
    }

    @Test
    void aRestThatComesInSeveralPartsIsGoneOnWith() {
        int end = 20_000;
        server.answering(FileServer.brokenOff(CLIP, TAG, 10_000))
                .answering(FileServer.part(
                        Arrays.copyOfRange(CLIP, 10_000, end),
                        TAG,
                        "bytes 10000-%d/%d".formatted(end - 1, CLIP.length)))
                .answering(FileServer.file(CLIP, TAG));

        ask(server.address("/talk.mp4"), null);
        eventually(() -> assertThat(fetching().get("attempts").asInt()).isEqualTo(1));
        clock.move(Duration.ofMinutes(2));
        eventually(() -> assertThat(fetching().get("attempts").asInt()).isEqualTo(2));
        clock.move(Duration.ofMinutes(4));

        assertThat(settled("READY").get("size").asInt()).isEqualTo(CLIP.length);
        assertThat(server.ranges()).containsExactly("all", "bytes=10000-", "bytes=20000-");
    }

    @Test
    void aServerThatIsDownOrSilentIsAskedAgainAndForADayAtMost() {
        server.answering(FileServer.status(503))
                .answering(server.silentAfter(CLIP, TAG, 10))
                .answering(FileServer.status(500));

        ask(server.address("/talk.mp4"), null);
        eventually(() -> assertThat(fetching().get("reason").asString()).contains("503"));
        clock.move(Duration.ofMinutes(2));
        eventually(() -> assertThat(fetching().get("reason").asString()).contains("in time"));
        clock.move(Duration.ofHours(25));

        assertThat(settled("FAILED").get("reason").asString()).contains("500", "24 hours");
        server.answering(FileServer.file(CLIP, null));
        assertThat(ask(server.address("/talk.mp4"), null)).as("once more").isEqualTo(202);
        settled("READY");
    }

    @Test
    void whatIsNotToBeHadIsSaidAtOnceAndLeavesNothing() {
        Set<String> before = StoredFiles.in(settings);
        server.answering(FileServer.status(404));
        ask(server.address("/gone.mp4"), null);
        assertThat(settled("FAILED").get("reason").asString()).contains("404");

        server.answering(FileServer.page("<html>Sign in</html>"));
        ask(server.address("/page"), null);
        eventually(() ->
                assertThat(organiser.look(recording).get("reason").asString()).contains("page"));

        server.answering(FileServer.leadingTo("/round"));
        ask(server.address("/round"), null);
        eventually(() ->
                assertThat(organiser.look(recording).get("reason").asString()).contains("to no file"));

        server.answering(FileServer.file(new byte[4_000_000], null));
        ask(server.address("/large"), null);
        eventually(() ->
                assertThat(organiser.look(recording).get("reason").asString()).contains("larger than 3 MB"));

        server.answering(FileServer.file("a text named .mp4".getBytes(), null));
        ask(server.address("/text.mp4"), null);
        eventually(() ->
                assertThat(organiser.look(recording).get("reason").asString()).contains("neither video"));

        server.answering(FileServer.file(CLIP, null));
        ask(server.address("/other"), "0".repeat(64));
        eventually(() ->
                assertThat(organiser.look(recording).get("reason").asString()).contains("SHA-256"));
        eventually(() -> assertThat(before).containsAll(StoredFiles.in(settings)));
    }

    @Test
    void anInstanceThatDiesLeavesItsFetchToTheNext() throws Exception {
        server.answering(server.silentAfter(CLIP, TAG, 12_000)).answering(FileServer.file(CLIP, TAG));
        // To this instance nothing is due yet.
        clock.move(Duration.between(clock.instant(), Instant.now().minus(Duration.ofHours(1))));
        try (AnotherInstance other = AnotherInstance.start(
                environment,
                settings,
                Map.of("atrium.processing.enabled", "false", "atrium.imports.allow-private-networks", "true"))) {
            ask(other.organiser(), server.address("/talk.mp4"), null);
            eventually(
                    () -> assertThat(organiser.look(recording).get("progress").asInt())
                            .isPositive());
            other.kill();
        }

        clock.move(Duration.ofHours(2));
        settled("READY");
        assertThat(server.ranges()).hasSize(2);
        assertThat(server.ranges().getLast()).isEqualTo("bytes=12000-");
    }

    @Test
    void nobodyNeedsToWaitForIt() {
        server.answering(FileServer.status(503));
        ask(server.address("/talk.mp4"), null);
        eventually(() -> assertThat(fetching().get("attempts").asInt()).isEqualTo(1));

        assertThat(organiser
                        .json("DELETE", "/api/recordings/" + recording + "/import", null)
                        .body()
                        .get("state")
                        .asString())
                .isEqualTo("AWAITING_UPLOAD");
        assertThat(organiser
                        .json("DELETE", "/api/recordings/" + recording + "/import", null)
                        .status())
                .isEqualTo(409);
        organiser.upload(recording, CLIP);
        assertThat(organiser.state(recording)).isEqualTo("READY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://localhost/talk.mp4", "file:///etc/passwd", "mailto:somebody@example.org"})
    void whatLeadsToNoAddressOfTheWebFailsForGood(String target) {
        server.answering(FileServer.leadingTo(target));

        ask(server.address("/talk.mp4"), null);

        assertThat(settled("FAILED").get("reason").asString()).contains("leads on", "must begin with https://");
    }

    @Test
    void whatIsNoWebServerIsNotAskedAgain() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> greet(other));

            ask("http://localhost:%d/talk.mp4".formatted(other.getLocalPort()), null);

            assertThat(settled("FAILED").get("reason").asString()).contains("no valid HTTP");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "talk.mp4",
                "file:///etc/passwd",
                "ftp://files.example.org/talk.mp4",
                "ftp://localhost/talk.mp4",
                "http://files.example.org/talk.mp4",
                "https://user:secret@files.example.org/talk.mp4",
                "https://0x7f000001/talk.mp4",
                "https://",
                "https://files.example.org/ talk"
            })
    void whatIsNoAddressOfAFileIsRefused(String url) {
        assertThat(ask(url, null)).isEqualTo(422);
        assertThat(organiser.state(recording)).isEqualTo("AWAITING_UPLOAD");
    }

    @Test
    void whatLiesInAPrivateNetworkIsNotFetched() throws Exception {
        server.answering(FileServer.leadingTo("https://127.0.0.1/")).answering(FileServer.file(CLIP, null));
        try (AnotherInstance other =
                AnotherInstance.start(environment, settings, Map.of("atrium.processing.enabled", "false"))) {
            for (String inside : new String[] {
                server.address("/talk.mp4"),
                "https://127.0.0.1/",
                "https://10.1.2.3/",
                "https://[::1]/",
                "https://169.254.169.254/"
            }) {
                assertThat(ask(other.organiser(), inside, null)).as(inside).isEqualTo(422);
            }
        }
        assertThat(server.ranges()).isEmpty();
    }

    /** As a server of mail does. */
    private static void greet(ServerSocket server) {
        try (Socket client = server.accept()) {
            client.getOutputStream().write("220 mail.example.org ESMTP\r\n".getBytes(UTF_8));
            client.getInputStream().read();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private int ask(String url, @Nullable String sha256) {
        return ask(organiser, url, sha256);
    }

    private int ask(Organiser by, String url, @Nullable String sha256) {
        return by.json(
                        "POST",
                        "/api/recordings/" + recording + "/import",
                        "{\"url\": \"%s\", \"sha256\": %s}"
                                .formatted(url, sha256 == null ? "null" : "\"" + sha256 + "\""))
                .status();
    }

    private JsonNode fetching() {
        return organiser.look(recording).get("fetching");
    }

    private JsonNode settled(String state) {
        eventually(() -> assertThat(organiser.state(recording)).isEqualTo(state));
        return organiser.look(recording);
    }

    private boolean isTheClip(String name) {
        return name.length() == UUID.randomUUID().toString().length()
                && settings.folder().resolve(name).toFile().length() == CLIP.length;
    }
}
