package museum.atrium.localstack.parts;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import museum.atrium.localstack.Seconds;
import museum.atrium.localstack.StackFailure;
import museum.atrium.localstack.supervision.Command;

/** A program that is run once to its end, such as the one that lays out a new database. */
final class Errand {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final File NOTHING = new File("/dev/null");

    private Errand() {}

    /** Runs it to its end; an exit code other than 0 or too much time is a failure. */
    static void run(String what, Command command, Map<String, String> environment, Path log) {
        Process process = start(what, command, environment, log);
        try {
            if (!isDoneWithin(PATIENCE, process)) {
                throw new StackFailure("%s took longer than %s.".formatted(what, Seconds.of(PATIENCE)));
            }
            if (process.exitValue() != 0) {
                throw new StackFailure(
                        "%s failed with exit code %d. The log says why: %s".formatted(what, process.exitValue(), log));
            }
        } finally {
            process.destroyForcibly();
        }
    }

    static Process start(String what, Command command, Map<String, String> environment, Path log) {
        var builder = new ProcessBuilder(command.line())
                .redirectErrorStream(true)
                .redirectInput(NOTHING)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new StackFailure("%s is not possible: %s".formatted(what, failure.getMessage()), failure);
        }
    }

    static boolean isDoneWithin(Duration patience, Process process) {
        try {
            return process.waitFor(patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("The start was interrupted.", interrupted);
        }
    }
}
