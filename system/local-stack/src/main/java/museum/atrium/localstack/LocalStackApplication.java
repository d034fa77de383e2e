package museum.atrium.localstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What {@code ./run} starts: the stack, in the foreground, until Ctrl-C or SIGTERM. */
final class LocalStackApplication {

    private static final int FAILED = 1;

    private final Progress progress = Progress.onTerminal();
    private final AtomicInteger exitCode = new AtomicInteger();
    private final AtomicBoolean stopping = new AtomicBoolean();

    private LocalStackApplication() {}

    public static void main(String[] arguments) throws InterruptedException {
        // It speaks English to everybody, numbers included.
        Locale.setDefault(Locale.ENGLISH);
        new LocalStackApplication().run();
    }

    private void run() throws InterruptedException {
        long startedAt = System.nanoTime();
        try {
            Path home = Path.of(System.getProperty("atrium.home", "."));
            var stack = LocalStack.prepare(StackSettings.fromEnvironment(home, System.getenv()), progress);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stopping"));
            progress.say("Starting Atrium; its data and logs are in " + stack.data());
            stack.launch();
            announce(stack, Duration.ofNanos(System.nanoTime() - startedAt));
            new CountDownLatch(1).await();
        } catch (StackFailure failure) {
            giveUp(failure.getMessage());
        } catch (RuntimeException unexpected) {
            giveUp(unexpected.toString());
        }
    }

    /** What fails because the person stops the start is no failure. */
    private void giveUp(@Nullable String reason) {
        if (!stopping.get()) {
            System.err.println("Atrium did not start. " + reason);
            exitCode.set(FAILED);
            System.exit(FAILED);
        }
    }

    private void announce(LocalStack stack, Duration took) {
        progress.say("");
        stack.overview().lines().forEach(progress::say);
        progress.say("  %-24s user organizer, password %s".formatted("organisers", passwordOf(stack)));
        progress.say("  %-24s %s".formatted("logs", stack.data().resolve("logs")));
        progress.say("");
        progress.say("Atrium is ready after %s: %s  (Ctrl-C stops it)".formatted(Seconds.of(took), stack.url()));
    }

    private static String passwordOf(LocalStack stack) {
        String password = stack.organizerPassword();
        return password.isEmpty() ? "as in the file that ORGANIZER_PASSWORD_FILE names" : password;
    }

    /** The JVM would report the signal that ended it; a stack that was asked to stop and did has succeeded. */
    private void stop(LocalStack stack) {
        stopping.set(true);
        try {
            progress.say("Stopping Atrium");
            stack.close();
            // A rehearsal or the like that was interrupted; the parts have ended.
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
            progress.say("Atrium has stopped");
        } catch (RuntimeException failure) {
            System.err.println("Atrium did not stop in order: " + failure.getMessage());
            exitCode.set(FAILED);
        }
        Runtime.getRuntime().halt(exitCode.get());
    }
}
