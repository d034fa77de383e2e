package museum.atrium.localstack.supervision;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import museum.atrium.localstack.StackFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedPartTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String RUN_UNTIL_STOPPED = "touch ready; exec sleep 600";

    @TempDir
    private Path folder;

    private final Told told = new Told();
    private final List<SupervisedPart> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(SupervisedPart::stop);
    }

    @Test
    void aPartIsReadyWhenItSaysSo() {
        var part = supervise("sleep 0.3; " + RUN_UNTIL_STOPPED);

        part.awaitReady(PATIENCE);

        assertThat(part.state()).isEqualTo(PartState.READY);
        assertThat(told.sentences()).singleElement().asString().startsWith("dummy is ready after ");
    }

    @Test
    void aPartThatIsKilledIsStartedAgainAndTheLogSaysWhy() {
        var part = supervise(RUN_UNTIL_STOPPED);
        part.awaitReady(PATIENCE);
        long killed = part.process().orElseThrow().pid();

        part.kill();
        part.awaitReady(PATIENCE);

        assertThat(part.process().orElseThrow().pid()).isNotEqualTo(killed);
        assertThat(told.sentences())
                .anySatisfy(sentence -> assertThat(sentence)
                        .contains("dummy was ended by signal 9 (SIGKILL) and is started again")
                        .contains(part.log().toString()));
    }

    @Test
    void aPartThatIsKilledFromOutsideIsStartedAgainToo() {
        var part = supervise(RUN_UNTIL_STOPPED);
        part.awaitReady(PATIENCE);
        var first = part.process().orElseThrow();

        first.destroyForcibly();

        eventually(() -> {
            assertThat(part.process()).get().isNotEqualTo(first);
            assertThat(part.state()).isEqualTo(PartState.READY);
        });
    }

    @Test
    void aPartThatIsStoppedStaysAwayUntilItIsStartedAgain() {
        var part = supervise(RUN_UNTIL_STOPPED);
        part.awaitReady(PATIENCE);

        part.stop();
        assertThat(part.state()).isEqualTo(PartState.STOPPED);
        assertThat(part.process()).isEmpty();

        part.start();
        part.awaitReady(PATIENCE);
        assertThat(part.process()).isPresent();
    }

    @Test
    void aPartThatDoesNotHeedTheRequestToStopIsKilledAfterItsTime() {
        var part = supervise("trap '' TERM; touch ready; while true; do sleep 0.1; done");
        part.awaitReady(PATIENCE);

        part.stop();

        assertThat(part.state()).isEqualTo(PartState.STOPPED);
        assertThat(told.sentences()).anyMatch(sentence -> sentence.contains("did not stop within 1.0 s and is killed"));
    }

    @Test
    void aPartThatNeverGetsReadyIsGivenUpWithItsExitCodeAndItsLog() throws IOException {
        var part = supervise("echo 'no key'; exit 3");

        assertThatThrownBy(() -> part.awaitReady(PATIENCE))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("failed")
                .hasMessageContaining(part.log().toString());

        assertThat(told.sentences().getLast()).contains("ended with exit code 3, 3 times before it was ever ready");
        assertThat(Files.readAllLines(part.log())).containsExactly("no key", "no key", "no key");
    }

    @Test
    void aPartHasOnlyTheEnvironmentThatItIsGiven() throws IOException {
        var part = supervise("env > environment; " + RUN_UNTIL_STOPPED);
        part.awaitReady(PATIENCE);

        assertThat(Files.readAllLines(folder.resolve("environment")))
                .contains("COLOUR=green")
                .noneMatch(line -> line.startsWith("HOME="));
    }

    private SupervisedPart supervise(String script) {
        var dummy = new Part(
                "dummy",
                Command.of(Path.of("/bin/sh"), List.of("-c", script)),
                Map.of("PATH", "/usr/bin:/bin", "COLOUR", "green"),
                () -> Files.exists(folder.resolve("ready")),
                StopSignal.TERM,
                Duration.ofSeconds(1));
        var running = new RunningProcesses(folder.resolve("running"));
        var part = new SupervisedPart(dummy, new Launcher(folder, running), told);
        started.add(part);
        part.start();
        return part;
    }
}
