package museum.atrium.localstack.supervision;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningProcessesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private Path file;
    private Process process;

    @BeforeEach
    void startAProcessAndForgetIt() throws IOException {
        file = folder.resolve("running");
        var sleeping = new Part(
                "sleeping",
                Command.of(Path.of("/usr/bin/env"), List.of("sleep", "600")),
                Map.of("PATH", "/usr/bin:/bin"),
                () -> true,
                StopSignal.INT,
                PATIENCE);
        process = new Launcher(folder, new RunningProcesses(file)).launch(sleeping);
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void whatAnEarlierSupervisorLeftRunningIsEnded() throws IOException {
        becomes(program());

        assertThat(new RunningProcesses(file).endLeftOvers(PATIENCE)).isEqualTo(1);

        assertThat(process.isAlive()).isFalse();
        assertThat(file).doesNotExist();
    }

    @Test
    void aProcessThatWasStartedAtAnotherTimeIsAStranger() throws IOException {
        becomes(program());
        String[] fields = Files.readString(file).strip().split(" ", 4);
        fields[1] = Long.toString(Long.parseLong(fields[1]) - 60_000);
        Files.writeString(file, String.join(" ", fields));

        assertThat(new RunningProcesses(file).endLeftOvers(PATIENCE)).isZero();

        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void aProcessOfAnotherProgramIsAStranger() throws IOException {
        becomes("/usr/bin/another");

        assertThat(new RunningProcesses(file).endLeftOvers(PATIENCE)).isZero();

        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void aFileThatIsCutOffOrOfAnotherKindEndsNothing() throws IOException {
        Files.writeString(file, "1 2\nnonsense\n\n" + process.pid() + " x INT y\n");

        assertThat(new RunningProcesses(file).endLeftOvers(PATIENCE)).isZero();

        assertThat(process.isAlive()).isTrue();
    }

    /** The program that the system shows by now: env has turned into sleep. */
    private String program() {
        eventually(() -> assertThat(process.info().command()).get().asString().endsWith("sleep"));
        return process.info().command().orElseThrow();
    }

    private void becomes(String program) throws IOException {
        String[] fields = Files.readString(file).strip().split(" ", 4);
        fields[3] = program;
        Files.writeString(file, String.join(" ", fields) + "\n");
    }
}
