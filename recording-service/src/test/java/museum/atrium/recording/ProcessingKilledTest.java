package museum.atrium.recording;

import static museum.atrium.recording.processing.Clips.pictures;
import static museum.atrium.recording.processing.Clips.sound;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import museum.atrium.recording.processing.Clips;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** An instance is killed while it processes. This one looks on: it has an ffmpeg to make the film with, and takes up nothing. */
@WithProcessing
@TestPropertySource(properties = "atrium.processing.look-every=1d")
class ProcessingKilledTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private Clips clips;

    @Autowired
    private RecordingSettings settings;

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient database;

    @Test
    void anotherInstanceGoesOnWithTheStepThatWasNotFinishedAndDoesNoOtherTwice() throws Exception {
        byte[] film = clips.make(
                "mp4",
                pictures("1280x720", 40),
                sound(40),
                List.of("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"));
        UUID recording = organiser.enter(neighbours.publishActivity(), "PUBLIC");
        organiser.upload(recording, film);
        Set<String> before;
        try (AnotherInstance first = AnotherInstance.start(environment, settings, working("veryslow"))) {
            eventually(
                    PATIENCE, () -> assertThat(step(recording, "PICTURES_720")).isEqualTo("RUNNING"));
            before = files(recording);
            assertThat(before).as("sound and poster").hasSize(3);
            assertThat(programs()).isNotEmpty();
            first.kill();
        }
        // The machine is not kept busy by what nobody waits for.
        eventually(() -> assertThat(programs()).isEmpty());

        try (AnotherInstance second = AnotherInstance.start(environment, settings, working("ultrafast"))) {
            eventually(
                    PATIENCE,
                    () -> assertThat(second.organiser().state(recording)).isEqualTo("READY"));
        }

        assertThat(files(recording)).hasSize(6).containsAll(before);
        Set<String> known = Stream.concat(files(recording).stream(), Stream.of(source(recording)))
                .collect(Collectors.toSet());
        eventually(() -> assertThat(StoredFiles.in(settings)).containsExactlyInAnyOrderElementsOf(known));
    }

    private static Map<String, String> working(String preset) {
        return Map.of("atrium.processing.preset", preset, "atrium.processing.look-every", "100ms");
    }

    /** Runs of ffmpeg on files of this test's folder. */
    private List<String> programs() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(command -> command.contains("ffmpeg")
                        && command.contains(settings.folder().toString()))
                .toList();
    }

    private String step(UUID recording, String name) {
        return database.sql("select state from processing_step where recording = :id and name = :name")
                .param("id", recording)
                .param("name", name)
                .query(String.class)
                .single();
    }

    private Set<String> files(UUID recording) {
        return Set.copyOf(database.sql("select file from rendition where recording = :id")
                .param("id", recording)
                .query(String.class)
                .list());
    }

    private String source(UUID recording) {
        return database.sql("select media_file from recording where id = :id")
                .param("id", recording)
                .query(String.class)
                .single();
    }
}
