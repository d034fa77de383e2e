package museum.atrium.recording.processing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One run of a program. It runs behind everything else that the machine has to do, and ends with this process, however that
 * ends: who is killed cannot kill, so a shell watches for the end of its own input.
 */
final class ToolRun {

    private static final String WATCHED = """
            exec 3<&0
            nice -n 10 "$@" </dev/null 3<&- &
            child=$!
            { cat <&3; kill -9 $child; } >/dev/null 2>&1 &
            watcher=$!
            wait $child
            status=$?
            kill -9 $watcher
            exit $status
            """;
    private static final Duration GLANCE = Duration.ofMillis(500);

    /** How it went. */
    sealed interface End {
        record Well(Complaints complaints) implements End {}

        record Badly(int status, Complaints complaints) implements End {}

        /** It got no further for too long and was ended. */
        record Silent() implements End {}

        /** It was ended because nobody wants its result any more. */
        record Unwanted() implements End {}
    }

    private final List<String> command;
    private final Path libraries;
    private final Duration silentFor;
    private volatile long lastWord;

    ToolRun(Path program, List<String> arguments, Path libraries, Duration silentFor) {
        this.command = Stream.concat(Stream.of("sh", "-c", WATCHED, "atrium", program.toString()), arguments.stream())
                .toList();
        this.libraries = libraries;
        this.silentFor = silentFor;
    }

    /**
     * Waits for its end.
     *
     * @param says takes each line that it writes to its first channel, and tells whether it has got further by that
     * @param wanted asked twice a second
     */
    End run(Predicate<String> says, BooleanSupplier wanted) {
        try {
            return await(start(), says, wanted);
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LD_LIBRARY_PATH", libraries.toString());
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    private End await(Process process, Predicate<String> says, BooleanSupplier wanted) {
        Complaints complaints = new Complaints();
        lastWord = System.nanoTime();
        List<Thread> listeners = new ArrayList<>();
        listeners.add(listen(process.getInputStream(), line -> {
            if (says.test(line)) {
                lastWord = System.nanoTime();
            }
        }));
        listeners.add(listen(process.getErrorStream(), complaints::hear));
        try {
            while (!process.waitFor(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (!wanted.getAsBoolean()) {
                    end(process);
                    return new End.Unwanted();
                }
                if (System.nanoTime() - lastWord > silentFor.toNanos()) {
                    end(process);
                    return new End.Silent();
                }
            }
            for (Thread listener : listeners) {
                listener.join();
            }
            int status = process.exitValue();
            return status == 0 ? new End.Well(complaints) : new End.Badly(status, complaints);
        } catch (InterruptedException stopping) {
            end(process);
            Thread.currentThread().interrupt();
            return new End.Unwanted();
        } finally {
            closeInput(process);
        }
    }

    /** The shell sees the end of its input and kills the program. */
    private static void end(Process process) {
        closeInput(process);
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeInput(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException closedAlready) {
            // Nothing was ever written to it.
        }
    }

    private Thread listen(InputStream channel, Consumer<String> hears) {
        return Thread.ofPlatform().daemon().name("listening to a media tool").start(() -> {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(channel, UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    hears.accept(line);
                }
            } catch (IOException ended) {
                // With the program.
            }
        });
    }
}
