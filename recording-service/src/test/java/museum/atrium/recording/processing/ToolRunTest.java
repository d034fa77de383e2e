package museum.atrium.recording.processing;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import museum.atrium.recording.processing.ToolRun.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolRunTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void whatItWritesIsHeardAndItsEndIsTold() {
        List<String> said = new ArrayList<>();

        End end = run("echo one; echo two >&2; exit 3", Duration.ofSeconds(20)).run(said::add, () -> true);

        assertThat(said).containsExactly("one");
        assertThat(end).isInstanceOfSatisfying(End.Badly.class, badly -> {
            assertThat(badly.status()).isEqualTo(3);
            assertThat(badly.complaints().lastWords()).isEqualTo("two");
        });
    }

    @Test
    void whatNobodyWantsAnyMoreIsEndedAndSoIsWhatGetsNoFurther() throws Exception {
        Path pid = folder.resolve("pid");

        assertThat(run("echo $$ > " + pid + "; exec sleep 600", Duration.ofSeconds(20))
                        .run(line -> true, () -> !Files.exists(pid)))
                .isInstanceOf(End.Unwanted.class);
        assertGone(pid);
        assertThat(run("echo $$ > " + pid + "; while sleep 0.1; do echo again; done", Duration.ofSeconds(1))
                        .run(line -> false, () -> true))
                .isInstanceOf(End.Silent.class);
        assertGone(pid);
    }

    /** As by {@code kill -9}: who is killed can end nothing, and a film goes on for an hour. */
    @Test
    void itEndsWithWhoeverStartedIt() throws Exception {
        Path pid = folder.resolve("pid");
        Process starter = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        "echo $$ > " + pid + "; exec sleep 600")
                .inheritIO()
                .start();
        eventually(() -> assertThat(pid).isNotEmptyFile());

        starter.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        assertGone(pid);
    }

    static final class Starter {
        public static void main(String[] script) {
            run(script[0], Duration.ofMinutes(5)).run(line -> true, () -> true);
        }
    }

    private static ToolRun run(String script, Duration silentFor) {
        return new ToolRun(Path.of("/bin/sh"), List.of("-c", script), Path.of("/nowhere"), silentFor);
    }

    private static void assertGone(Path pid) throws Exception {
        long number = Long.parseLong(Files.readString(pid).strip());
        eventually(() -> assertThat(ProcessHandle.of(number).filter(ProcessHandle::isAlive))
                .isEmpty());
    }
}
