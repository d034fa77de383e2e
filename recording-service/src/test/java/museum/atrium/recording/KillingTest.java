package museum.atrium.recording;

import static museum.atrium.recording.Organiser.CLIP;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two instances side by side, one of which dies in the middle of its work. */
@WholeService
class KillingTest {

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private RecordingSettings settings;

    @Autowired
    private Environment environment;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient database;

    @Test
    void whatOneInstanceHadTakenWhenItWasKilledTheOtherGoesOnWith() throws Exception {
        UUID recording = organiser.enter(neighbours.publishActivity(), "PUBLIC");
        String upload = organiser.createUpload(recording, CLIP.length);
        try (AnotherInstance other = AnotherInstance.start(environment, settings);
                Socket sending = other.organiser().beginToSend(upload, 0, Arrays.copyOf(CLIP, 7000), CLIP.length)) {
            eventually(() -> assertThat(Files.size(file(upload))).isEqualTo(7000));
            assertThat(organiser.head(upload).statusCode())
                    .as("the other instance has it")
                    .isEqualTo(409);
            assertThat(sending.isConnected()).isTrue();
            other.kill();
        }

        assertThat(organiser.head(upload).headers().firstValueAsLong("Upload-Offset"))
                .hasValue(7000);
        organiser.patch(upload, 7000, Arrays.copyOfRange(CLIP, 7000, CLIP.length));

        assertThat(organiser.state(recording)).isEqualTo("READY");
        assertThat(Files.readAllBytes(file(upload))).isEqualTo(CLIP);
    }

    @Test
    void anUploadWhoseLastByteCameWhenTheInstanceDiedIsCheckedByWhoeverRuns() throws Exception {
        UUID recording = organiser.enter(neighbours.publishActivity(), "PUBLIC");
        String upload = organiser.createUpload(recording, CLIP.length);

        // As a process leaves it that dies between the last byte and its answer.
        Files.write(file(upload), CLIP);

        eventually(() -> assertThat(organiser.state(recording)).isEqualTo("READY"));
    }

    @Test
    void filesThatADyingInstanceDidNotGetToRemoveAreRemoved() throws Exception {
        String name = UUID.randomUUID().toString();
        Path left = Files.write(settings.folder().resolve(name), CLIP);

        database.sql("insert into discarded_file (name) values (:name)")
                .param("name", name)
                .update();

        eventually(() -> assertThat(left).doesNotExist());
        eventually(() -> assertThat(database.sql("select count(*) from discarded_file where name = :name")
                        .param("name", name)
                        .query(Long.class)
                        .single())
                .isZero());
    }

    @Test
    void twoInstancesPublishWhatIsDueOnceEach() throws Exception {
        var programme = neighbours.publishActivity();
        String later = clock.instant().plus(Duration.ofDays(1)).toString();
        List<UUID> scheduled = Stream.generate(() -> {
                    UUID recording = organiser.enter(programme, "PUBLIC");
                    organiser.upload(recording, CLIP);
                    assertThat(organiser.publish(recording, later).status()).isEqualTo(202);
                    return recording;
                })
                .limit(20)
                .toList();
        try (AnotherInstance other = AnotherInstance.start(environment, settings)) {
            // Due by both instances' clocks from one moment on.
            database.sql("update recording set due_at = due_at - interval '3 years' where id in (:ids)")
                    .param("ids", scheduled)
                    .update();

            scheduled.forEach(recording -> eventually(
                    () -> assertThat(other.organiser().state(recording)).isEqualTo("PUBLISHED")));
            scheduled.forEach(recording ->
                    eventually(() -> assertThat(neighbours.heardOf(recording)).hasSize(1)));
        }
    }

    private Path file(String upload) {
        return settings.folder().resolve(upload.substring(upload.lastIndexOf('/') + 1));
    }
}
