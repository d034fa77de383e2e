package museum.atrium.recording;

import static museum.atrium.recording.Organiser.CLIP;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import museum.atrium.recording.Neighbours.Programme;
import museum.atrium.recording.processing.Clips;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What is finished lies in a bucket of a real object store, and is watched from there. */
@WithProcessing
class BucketTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PREFIX = "media/";
    private static final ObjectStore STORE = store();

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private Clips clips;

    @Autowired
    private RecordingSettings settings;

    @Autowired
    private JdbcClient database;

    @DynamicPropertySource
    static void whereItIs(DynamicPropertyRegistry settings) {
        settings.add("atrium.s3.bucket", () -> ObjectStore.BUCKET);
        settings.add("atrium.s3.endpoint", STORE::endpoint);
        settings.add("atrium.s3.prefix", () -> PREFIX);
        settings.add("atrium.s3.access-key-id", () -> "key");
        settings.add("atrium.s3.secret-access-key", () -> "secret");
        settings.add("atrium.s3.part", () -> "5MB");
        settings.add("atrium.s3.fetched-stays", () -> "1s");
        settings.add("atrium.s3.move-every", () -> "200ms");
    }

    @AfterAll
    static void end() {
        STORE.close();
    }

    @Test
    void aRecordingLivesThereFromItsUploadToItsEnd() {
        Programme programme = neighbours.publishActivity();
        UUID recording = organiser.enter(programme, "PUBLIC");
        organiser.upload(recording, noise());
        eventually(PATIENCE, () -> assertThat(organiser.state(recording)).isEqualTo("READY"));
        eventually(PATIENCE, () -> assertThat(files(recording)).hasSize(4).allMatch(this::isThereAlone));

        assertThat(organiser
                        .json("PUT", "/api/recordings/" + recording + "/trim", "{\"start\": 0.2}")
                        .status())
                .isEqualTo(200);
        eventually(PATIENCE, () -> assertThat(organiser.state(recording)).isEqualTo("READY"));
        assertThat(organiser.look(recording).at("/processing/start").asDouble()).isEqualTo(0.2);
        organiser.attach(recording, "slides.pdf", "%PDF-1.7 slides".getBytes());
        organiser.publish(recording);
        eventually(PATIENCE, () -> assertThat(files(recording)).hasSize(5).allMatch(this::isThereAlone));

        Visitor visitor = new Visitor(organiser, programme.slug(), null);
        assertThat(visitor.everything())
                .hasSizeGreaterThan(4)
                .allSatisfy(address -> assertThat(organiser.get(address).statusCode())
                        .as(address)
                        .isEqualTo(200));
        String film = visitor.media().getLast();
        byte[] whole = organiser.get(film).body();
        assertThat(clips.look(whole).at("/streams/0/codec_name").asString()).isEqualTo("h264");
        HttpResponse<byte[]> part = organiser.get(film, "Range", "bytes=100-299");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 100-299/" + whole.length);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, 100, 300));
        Set<String> all = files(recording);

        organiser.retract(recording);

        assertThat(organiser.get(film).statusCode()).isIn(404, 410);
        eventually(
                PATIENCE,
                () -> assertThat(organiser
                                .json("GET", "/api/recordings/" + recording + "/removal", null)
                                .body()
                                .get("confirmedAt")
                                .isString())
                        .isTrue());
        assertThat(STORE.objects())
                .doesNotContainAnyElementsOf(all.stream().map(PREFIX::concat).toList());
    }

    @Test
    void whileItDoesNotAnswerNothingIsLostAndWhatIsHereIsWatched() throws Exception {
        Programme programme = neighbours.publishActivity();
        UUID there = organiser.enter(programme, "PUBLIC");
        organiser.upload(there, CLIP);
        eventually(PATIENCE, () -> assertThat(organiser.state(there)).isEqualTo("READY"));
        organiser.publish(there);
        eventually(PATIENCE, () -> assertThat(files(there)).isNotEmpty().allMatch(this::isThereAlone));
        String film = new Visitor(organiser, programme.slug(), null).media().getLast();
        UUID cutLater = organiser.enter(programme, "PUBLIC");
        organiser.upload(cutLater, CLIP);
        eventually(PATIENCE, () -> assertThat(organiser.state(cutLater)).isEqualTo("READY"));
        eventually(PATIENCE, () -> assertThat(files(cutLater)).isNotEmpty().allMatch(this::isThereAlone));
        Programme other = neighbours.publishActivity();
        UUID here = organiser.enter(other, "PUBLIC");

        STORE.stop();
        organiser.upload(here, noise());

        HttpResponse<byte[]> away = organiser.get(film);
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).isPresent();
        eventually(PATIENCE, () -> assertThat(organiser.state(here)).isEqualTo("READY"));
        organiser.publish(here);
        String local = new Visitor(organiser, other.slug(), null).media().getLast();
        assertThat(organiser.get(local).statusCode()).isEqualTo(200);

        organiser.json("PUT", "/api/recordings/" + cutLater + "/trim", "{\"start\": 0.2}");

        STORE.startAgain();

        assertThat(organiser.get(film).statusCode()).isEqualTo(200);
        eventually(PATIENCE, () -> assertThat(files(here)).isNotEmpty().allMatch(this::isThereAlone));
        assertThat(organiser.get(local).statusCode()).isEqualTo(200);
        eventually(PATIENCE, () -> assertThat(organiser.state(cutLater)).isEqualTo("READY"));
        assertThat(organiser.look(cutLater).at("/processing/start").asDouble()).isEqualTo(0.2);
    }

    /** A row is written before the first byte goes there, and by it others find what somebody left who was killed. */
    @Test
    void whatAKilledInstanceLeftThereIsRemoved() {
        String whole = UUID.randomUUID().toString();
        String begun = UUID.randomUUID().toString();
        STORE.put(PREFIX + whole, CLIP);
        STORE.begin(PREFIX + begun);
        for (String file : List.of(whole, begun)) {
            database.sql("insert into stored_object (file, size, next_at) values (:file, 1, now() + interval '2 s')")
                    .param("file", file)
                    .update();
        }

        assertThat(STORE.objects()).contains(PREFIX + whole);
        assertThat(STORE.begun()).contains(PREFIX + begun);
        eventually(() -> {
            assertThat(STORE.objects()).doesNotContain(PREFIX + whole);
            assertThat(STORE.begun()).doesNotContain(PREFIX + begun);
        });
    }

    private Set<String> files(UUID recording) {
        return Set.copyOf(database.sql("select file from kept_file where recording = :recording")
                .param("recording", recording)
                .query((row, number) -> row.getString(1))
                .list());
    }

    private boolean isThereAlone(String file) {
        return STORE.objects().contains(PREFIX + file)
                && !StoredFiles.in(settings).contains(file);
    }

    /** More than one part of it. */
    private byte[] noise() {
        byte[] film = clips.make(
                "mp4",
                List.of("-f", "lavfi", "-i", "testsrc2=d=1:s=640x360:r=25,noise=alls=100:allf=t"),
                List.of("-c:v", "libx264", "-preset", "ultrafast", "-crf", "4"));
        assertThat(film.length).isGreaterThan(6 << 20);
        return film;
    }

    private static ObjectStore store() {
        try {
            return new ObjectStore();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
