package museum.atrium.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static museum.atrium.recording.processing.Clips.pictures;
import static museum.atrium.recording.processing.Clips.sound;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import museum.atrium.recording.Neighbours.Programme;
import museum.atrium.recording.processing.Clips;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** From what was uploaded to what plays everywhere, by the real ffmpeg. */
@WithProcessing
class ProcessingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> H264 = List.of("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p");

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private Clips clips;

    @Autowired
    private RecordingSettings settings;

    private Programme programme = new Programme(new UUID(0, 0), "", new UUID(0, 0), new UUID(0, 0));

    @BeforeEach
    void anActivity() {
        programme = neighbours.publishActivity();
    }

    @Test
    void aFilmBecomesAStreamInSeveralQualitiesAFilmAndASoundToDownloadAndAPicture() {
        UUID recording = uploaded(clips.make("mp4", pictures("1280x720", 13), sound(13), H264, List.of("-c:a", "aac")));
        JsonNode ready = settled(recording, "READY");

        assertThat(names(ready.get("renditions")))
                .containsExactlyInAnyOrder(
                        "720p.mp4", "360p.mp4", "sound.mp4", "recording.mp4", "recording.m4a", "poster.jpg");
        assertThat(ready.get("duration").asDouble()).isCloseTo(13, within(0.1));
        assertThat(ready.at("/processing/state").asString()).isEqualTo("DONE");
        assertThat(organiser.publish(recording).status()).isEqualTo(200);
        Visitor visitor = new Visitor(organiser, programme.slug(), null);
        assertThat(visitor.page()).contains("poster=\"/media/" + recording).contains("download");
        String master = visitor.streams().getFirst();

        assertThat(organiser.text(master))
                .contains("RESOLUTION=1280x720", "RESOLUTION=640x360", "avc1.6400", "mp4a.40.2")
                .doesNotContain("1080");
        for (String playlist : visitor.named(master)) {
            // Two whole segments and the rest, cut at the same times in every quality.
            assertThat(organiser.text(playlist).lines().filter(line -> line.startsWith("#EXTINF")))
                    .as(playlist)
                    .hasSize(3)
                    .first()
                    .asString()
                    .contains("6.0");
            assertThat(clips.look(segments(visitor, playlist))
                            .at("/format/duration")
                            .asDouble())
                    .isCloseTo(13, within(0.2));
        }
        byte[] film = organiser.get(visitor.media().getFirst()).body();
        assertThat(streams(clips.look(film))).containsExactly("h264 1280x720", "aac");
        assertThat(clips.loudness(film)).isCloseTo(-16, within(1.0));
        byte[] poster = organiser.get(beside(master, "poster.jpg")).body();
        assertThat(streams(clips.look(poster))).containsExactly("mjpeg 1280x720");
        assertThat(streams(clips.look(
                        organiser.get(beside(master, "recording.m4a")).body())))
                .containsExactly("aac");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            webm | testsrc2=d=2:s=360x640:r=30                             | -c:v libvpx -deadline realtime | h264 360x640 | filmed upright
            mp4  | testsrc2=d=2:s=320x240:r=25                             | -c:v libx264 -vf setsar=2/1    | h264 640x240 | with pixels that are no squares
            mkv  | testsrc2=d=3:s=640x360:r=30,select='not(mod(n\\,7))'    | -c:v libx264 -fps_mode vfr     | h264 640x360 | at a rate that changes
            mov  | testsrc2=d=1:s=1280x720:r=240                           | -c:v mpeg4 -q:v 20             | h264 1280x720 | very fast
            mp3  | sine=d=2                                                | -c:a libmp3lame                | aac          | sound alone
            wav  | anullsrc=d=2                                            | -t 2                           | aac          | silence
            """)
    void whateverItIsMadeOfItPlays(String ending, String source, String encoder, String expected, String what) {
        byte[] clip = clips.make(
                ending,
                List.of("-f", "lavfi", "-i", source),
                Arrays.stream(encoder.split(" "))
                        .filter(word -> !word.isEmpty())
                        .toList());
        UUID recording = uploaded(clip);
        settled(recording, "READY");
        organiser.publish(recording);

        List<String> media = new Visitor(organiser, programme.slug(), null).media();
        byte[] whole = organiser.get(media.getLast()).body();
        assertThat(streams(clips.look(whole))).as(what).containsExactly(expected);
    }

    @Test
    void thePictureOnARecordsCoverIsNoFilm() {
        UUID recording = uploaded(clips.make(
                "mp3",
                sound(2),
                List.of("-f", "lavfi", "-i", "testsrc2=d=0.04:s=200x200:r=25", "-map", "0:a", "-map", "1:v"),
                List.of("-c:a", "libmp3lame", "-c:v", "mjpeg", "-disposition:v", "attached_pic")));

        JsonNode ready = settled(recording, "READY");

        assertThat(names(ready.get("renditions"))).containsExactlyInAnyOrder("sound.mp4", "recording.m4a");
    }

    @Test
    void aDayOfTenHoursIsTakenWhole() {
        UUID recording =
                uploaded(clips.make("mp4", List.of("-f", "lavfi", "-i", "testsrc2=d=36000:s=64x64:r=1/20"), H264));

        JsonNode ready = settled(recording, "READY");

        assertThat(ready.get("duration").asDouble()).isCloseTo(36_000, within(40.0));
        organiser.publish(recording);
        String master = new Visitor(organiser, programme.slug(), null).streams().getFirst();
        String playlist =
                new Visitor(organiser, programme.slug(), null).named(master).getFirst();
        assertThat(organiser
                        .text(playlist)
                        .lines()
                        .filter(line -> line.startsWith("#EXTINF:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9.]", "")))
                        .sum())
                .isCloseTo(36_000, within(40.0));
    }

    @Test
    void whatABeginningAndAnEndAreSetForIsCut() {
        UUID recording = uploaded(clips.make("mp4", pictures("320x240", 10), sound(10), H264));
        settled(recording, "READY");

        assertThat(cut(recording, "{\"start\": 2.5, \"end\": 6}").status()).isEqualTo(200);
        JsonNode ready = settled(recording, "READY");

        assertThat(ready.at("/processing/start").asDouble()).isEqualTo(2.5);
        organiser.publish(recording);
        String film = new Visitor(organiser, programme.slug(), null).media().getLast();
        assertThat(clips.look(organiser.get(film).body()).at("/format/duration").asDouble())
                .isCloseTo(3.5, within(0.2));
        assertThat(cut(recording, "{\"start\": 3}").status()).isEqualTo(409);
    }

    @Test
    void whatIsTimedStaysWhereItIsSaidHoweverItIsCut() {
        UUID recording = uploaded(clips.make("mp4", pictures("320x240", 10), H264));
        settled(recording, "READY");
        organiser.captions(
                recording,
                "en",
                "WEBVTT\n\n00:01.000 --> 00:02.000\nEarly\n\n00:03.000 --> 00:04.000\nAlmost <00:03.500>late\n");
        organiser.json("PUT", "/api/recordings/" + recording + "/chapters", """
                {"items": [{"title": "Welcome"}, {"start": 2, "title": "Light"}, {"start": 3, "title": "Storage"}]}
                """);
        assertThat(cut(recording, "{\"start\": 4}").status()).isEqualTo(200);
        settled(recording, "READY");

        assertThat(cut(recording, "{\"start\": 2.5}").status()).isEqualTo(200);

        JsonNode ready = settled(recording, "READY");
        assertThat(ready.get("chapters")
                        .valueStream()
                        .map(chapter -> chapter.get("title").asString()))
                .containsExactly("Light", "Storage");
        assertThat(ready.get("chapters")
                        .valueStream()
                        .map(chapter -> chapter.get("start").asDouble()))
                .containsExactly(0., 0.5);
        organiser.publish(recording);
        String page = organiser.text("/watch/" + programme.slug()).replace("&amp;", "&");
        assertThat(organiser.text(page.replaceAll("(?s).*src=\"(/media/[^\"]+captions-en.vtt[^\"]*)\".*", "$1")))
                .isEqualTo("WEBVTT\n\n00:00:00.500 --> 00:00:01.500\nAlmost late\n");
    }

    @Test
    void aCutThatLeavesNothingIsRefused() {
        UUID recording = uploaded(clips.make("mp4", pictures("320x240", 2), H264));
        settled(recording, "READY");

        assertThat(cut(recording, "{\"start\": 1.5, \"end\": 1}").status()).isEqualTo(422);
        assertThat(cut(recording, "{\"start\": 3}").status()).isEqualTo(422);
        assertThat(cut(recording, "{\"end\": 3}").status()).isEqualTo(422);
        assertThat(cut(recording, "{\"start\": -1}").status()).isEqualTo(422);
        assertThat(organiser.state(recording)).isEqualTo("READY");
    }

    @Test
    void processingIsSeenAsItGoesOnAndCanBeEndedAndBegunAgain() {
        UUID recording = uploaded(clips.make("mp4", pictures("1920x1080", 20), sound(20), H264));
        assertThat(organiser.publish(recording).status()).as("half done").isEqualTo(409);
        eventually(
                PATIENCE,
                () -> assertThat(organiser.look(recording).get("progress").asInt())
                        .isBetween(5, 99));

        assertThat(organiser
                        .json("DELETE", "/api/recordings/" + recording + "/processing", null)
                        .status())
                .isEqualTo(200);
        JsonNode cancelled = settled(recording, "FAILED");
        assertThat(cancelled.get("reason").asString()).contains("cancelled");
        assertThat(organiser
                        .json("POST", "/api/recordings/" + recording + "/retry", null)
                        .status())
                .isEqualTo(200);

        String events = new String(
                organiser
                        .send(organiser.signedIn("/api/recordings/" + recording + "/progress"))
                        .body(),
                UTF_8);
        List<Integer> seen = Pattern.compile("\"progress\":([0-9]+)")
                .matcher(events)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
        assertThat(seen).hasSizeGreaterThan(3).isSorted().last().isEqualTo(100);
        assertThat(events).contains("event:progress").contains("READY");
    }

    @Test
    void aFileThatBreaksOffFailsWithThatReasonAndAnotherMayFollow() {
        byte[] film = clips.make(
                "mp4", pictures("320x240", 10), sound(10), H264, List.of("-movflags", "+faststart", "-c:a", "aac"));
        UUID recording = uploaded(Arrays.copyOf(film, film.length / 2));

        assertThat(settled(recording, "FAILED").get("reason").asString()).contains("breaks off");
        assertThat(organiser.publish(recording).status()).isEqualTo(409);
        organiser.upload(recording, film);

        settled(recording, "READY");
    }

    @Test
    void aFileThatCannotBeReadAtAllIsRefusedAndNothingOfItStays() throws Exception {
        byte[] film = clips.make("mp4", pictures("320x240", 2), H264);
        Set<String> before = StoredFiles.in(settings);
        UUID recording = uploaded(Arrays.copyOf(film, film.length / 2));

        assertThat(settled(recording, "FAILED").get("reason").asString())
                .isEqualTo("The file is damaged or incomplete: it cannot be read to its end."
                        + " Upload it again from where it was made.");
        assertThat(organiser
                        .json("POST", "/api/recordings/" + recording + "/retry", null)
                        .status())
                .isEqualTo(409);
        assertNothingNewLies(before);
    }

    @Test
    void aStepThatFailsIsTakenUpAgainAndSaysSoInAnOrganisersWords() throws Exception {
        byte[] film = clips.make("mp4", pictures("320x240", 4), H264);
        Set<String> before = StoredFiles.in(settings);
        UUID recording = uploaded(film);
        settled(recording, "READY");
        Path source = StoredFiles.in(settings).stream()
                .filter(name -> !before.contains(name))
                .map(name -> settings.folder().resolve(name))
                .filter(path -> path.toFile().length() == film.length)
                .findFirst()
                .orElseThrow();
        Files.write(source, new byte[film.length]);

        assertThat(cut(recording, "{\"start\": 1}").status()).isEqualTo(200);

        assertThat(settled(recording, "FAILED").get("reason").asString())
                .contains("could not be made: something in the file cannot be read.")
                .doesNotContain("Invalid data");
    }

    @Test
    void whatIsTimedBehindTheEndOfWhatIsShownIsRefused() {
        UUID recording = uploaded(clips.make("mp4", pictures("320x240", 6), H264));
        settled(recording, "READY");
        assertThat(captioned(recording, "00:06.500").at("/errors/0/message").asString())
                .contains("00:00:06.500", "over at 00:00:06.000");
        assertThat(divided(recording, "6").at("/errors/0/message").asString())
                .contains("00:00:06.000", "over at 00:00:06.000");
        assertThat(captioned(recording, "00:05.500").has("errors")).isFalse();
        assertThat(divided(recording, "5.5").has("errors")).isFalse();

        assertThat(cut(recording, "{\"start\": 2, \"end\": 5}").status()).isEqualTo(200);

        assertThat(captioned(recording, "00:03.001").at("/errors/0/message").asString())
                .contains("over at 00:00:03.000");
        assertThat(divided(recording, "3").at("/errors/0/field").asString()).isEqualTo("items[1].start");
        assertThat(captioned(recording, "00:02.500").has("errors")).isFalse();
        assertThat(divided(recording, "2.5").has("errors")).isFalse();
        settled(recording, "READY");
    }

    @Test
    void manyTracksAreNoHarm() {
        List<String> tracks = Stream.concat(
                        Stream.of("-c:a", "pcm_s16le"),
                        Stream.generate(() -> "-map 0:a").limit(300).flatMap(map -> Stream.of(map.split(" "))))
                .toList();
        UUID recording = uploaded(clips.make("mkv", sound(1), tracks));

        assertThat(names(settled(recording, "READY").get("renditions"))).contains("recording.m4a");
    }

    /** ffmpeg would fetch, or show to everybody, whatever a list names that pretends to be a film. */
    @Test
    void aListOfOtherFilesIsNoFilm() {
        String list =
                "#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n#EXTINF:1,\nhttp://127.0.0.1:1/secret.ts\n#EXT-X-ENDLIST\n";
        UUID recording = uploaded(list.getBytes(UTF_8));

        assertThat(settled(recording, "FAILED").get("reason").asString()).contains("neither video nor audio");
    }

    @Test
    void whatIsRemovedOrTakenBackLeavesNoByte() throws Exception {
        byte[] film = clips.make("mp4", pictures("1280x720", 8), sound(8), H264);
        Set<String> before = StoredFiles.in(settings);
        UUID shown = uploaded(film);
        settled(shown, "READY");
        organiser.publish(shown);
        List<String> all = new Visitor(organiser, programme.slug(), null).everything();
        assertThat(all)
                .hasSize(10)
                .allSatisfy(address ->
                        assertThat(organiser.get(address).statusCode()).isEqualTo(200));
        assertThat(all)
                .allSatisfy(address -> assertThat(
                                organiser.get(address.replaceAll("\\?.*", "")).statusCode())
                        .isEqualTo(404));

        UUID halfDone = uploaded(film);
        organiser.remove(halfDone);
        organiser.retract(shown);

        assertThat(all)
                .allSatisfy(address ->
                        assertThat(organiser.get(address).statusCode()).isEqualTo(404));
        assertNothingNewLies(before);
    }

    private UUID uploaded(byte[] bytes) {
        UUID recording = organiser.enter(programme, "PUBLIC");
        organiser.upload(recording, bytes);
        return recording;
    }

    private JsonNode settled(UUID recording, String state) {
        eventually(PATIENCE, () -> assertThat(organiser.state(recording)).isNotIn("PROCESSING", "UPLOADING"));
        JsonNode found = organiser.look(recording);
        assertThat(found.get("state").asString()).as(found.toString()).isEqualTo(state);
        return found;
    }

    /** What is answered to captions whose second cue begins then. */
    private JsonNode captioned(UUID recording, String start) {
        return organiser
                .captions(
                        recording,
                        "en",
                        "WEBVTT\n\n00:01.000 --> 00:02.000\nEarly\n\n%s --> 00:09.000\nLate\n".formatted(start))
                .body();
    }

    /** What is answered to chapters of which the second begins then. */
    private JsonNode divided(UUID recording, String start) {
        return organiser
                .json(
                        "PUT",
                        "/api/recordings/" + recording + "/chapters",
                        "{\"items\": [{\"title\": \"Welcome\"}, {\"start\": %s, \"title\": \"Light\"}]}"
                                .formatted(start))
                .body();
    }

    private Organiser.Answer cut(UUID recording, String json) {
        return organiser.json("PUT", "/api/recordings/" + recording + "/trim", json);
    }

    /** Beside what there was before. */
    private void assertNothingNewLies(Set<String> before) {
        eventually(PATIENCE, () -> assertThat(before).containsAll(StoredFiles.in(settings)));
    }

    /** The bytes that its ranges name, one after another. */
    private byte[] segments(Visitor visitor, String playlist) {
        String file = visitor.named(playlist).getFirst();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Pattern.compile("BYTERANGE[:=]\"?([0-9]+)@([0-9]+)")
                .matcher(organiser.text(playlist))
                .results()
                .forEach(range -> bytes.writeBytes(
                        organiser.get(file, "Range", range(range)).body()));
        return bytes.toByteArray();
    }

    private static String range(MatchResult found) {
        long start = Long.parseLong(found.group(2));
        return "bytes=%d-%d".formatted(start, start + Long.parseLong(found.group(1)) - 1);
    }

    private static String beside(String address, String name) {
        String ticket = name.contains("?") ? "" : address.substring(address.indexOf('?'));
        return address.replaceAll("[^/]*$", "").replaceAll("/[^/]*\\?.*$", "/") + name + ticket;
    }

    private static List<String> names(JsonNode renditions) {
        return StreamSupport.stream(renditions.spliterator(), false)
                .map(rendition -> rendition.get("name").asString())
                .toList();
    }

    private static List<String> streams(JsonNode found) {
        return StreamSupport.stream(found.get("streams").spliterator(), false)
                .map(stream -> stream.get("codec_name").asString()
                        + (stream.has("width")
                                ? " %dx%d"
                                        .formatted(
                                                stream.get("width").asInt(),
                                                stream.get("height").asInt())
                                : ""))
                .toList();
    }
}
