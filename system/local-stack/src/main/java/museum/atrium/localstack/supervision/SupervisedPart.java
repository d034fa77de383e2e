package museum.atrium.localstack.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import museum.atrium.localstack.Progress;
import museum.atrium.localstack.Seconds;
import museum.atrium.localstack.StackFailure;
import org.jspecify.annotations.Nullable;

/**
 * A part that somebody watches over: it is started, started again when it dies, and stopped when that is wanted. A part
 * that has died {@value #ATTEMPTS} times without ever having been ready is given up: its configuration is wrong, and
 * starting it for ever would hide that.
 */
public final class SupervisedPart {

    private static final int ATTEMPTS = 3;
    private static final Duration POLL = Duration.ofMillis(100);

    private final Part part;
    private final Launcher launcher;
    private final Progress progress;
    private final Backoff backoff = new Backoff();
    private final Monitor monitor = new Monitor();

    private PartState state = PartState.STOPPED;
    private boolean wanted;
    private boolean everReady;
    private int attempts;
    private @Nullable Process process;
    private @Nullable Thread watcher;

    public SupervisedPart(Part part, Launcher launcher, Progress progress) {
        this.part = part;
        this.launcher = launcher;
        this.progress = progress;
    }

    public String name() {
        return part.name();
    }

    public Path log() {
        return launcher.log(part);
    }

    public PartState state() {
        return monitor.read(() -> state);
    }

    /** The process that runs now, if one does. */
    public Optional<ProcessHandle> process() {
        return Optional.ofNullable(monitor.read(() -> process))
                .filter(Process::isAlive)
                .map(Process::toHandle);
    }

    /** Starts the part and watches over it from now on; does nothing when that is so already. */
    public void start() {
        monitor.change(() -> {
            if (!wanted) {
                wanted = true;
                attempts = 0;
                state = PartState.STARTING;
                watcher = Thread.ofVirtual().name(part.name()).start(this::watch);
            }
        });
    }

    public void awaitReady(Duration patience) {
        monitor.await(patience, () -> state != PartState.STARTING && state != PartState.DOWN);
        PartState reached = state();
        if (reached != PartState.READY) {
            throw new StackFailure(
                    "%s is %s, not ready. Its log says why: %s".formatted(part.name(), reached.inWords(), log()));
        }
    }

    /** Asks the part to end, waits for as long as it may take over that, then kills it; it is not started again. */
    public void stop() {
        monitor.change(() -> {
            wanted = false;
            if (process != null) {
                part.stopSignal().sendTo(process.toHandle());
            }
        });
        Thread watching = monitor.read(() -> watcher);
        if (watching == null || hasEndedWithin(part.stopsWithin(), watching)) {
            return;
        }
        progress.say("%s did not stop within %s and is killed".formatted(part.name(), Seconds.of(part.stopsWithin())));
        kill();
        hasEndedWithin(part.stopsWithin(), watching);
    }

    /** Ends the process as {@code kill -9} does and returns when it is gone; if the part is wanted it is started again. */
    public void kill() {
        Process killed = monitor.read(() -> process);
        if (killed != null) {
            killed.destroyForcibly();
            monitor.await(part.stopsWithin(), () -> process != killed);
        }
    }

    private void watch() {
        PartState last = PartState.STOPPED;
        try {
            while (isWanted()) {
                Ending ending = live();
                if (isWanted() && !isWorthAnotherTry(ending)) {
                    last = PartState.FAILED;
                    break;
                }
            }
        } catch (IOException | UncheckedIOException failure) {
            last = PartState.FAILED;
            progress.say("%s cannot be started: %s".formatted(part.name(), failure.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            PartState reached = last;
            monitor.change(() -> {
                wanted = false;
                state = reached;
            });
        }
    }

    /** From the start of one process to its end. */
    private Ending live() throws IOException, InterruptedException {
        Process started = launcher.launch(part);
        long startedAt = System.nanoTime();
        try {
            monitor.change(() -> {
                attempts++;
                process = started;
                state = PartState.STARTING;
                if (!wanted) {
                    part.stopSignal().sendTo(started.toHandle());
                }
            });
            if (isReadyBeforeItEnds(started)) {
                progress.say(part.name() + " is ready after " + Seconds.of(since(startedAt)));
                monitor.change(() -> {
                    everReady = true;
                    state = PartState.READY;
                });
            }
            int exitCode = started.waitFor();
            return new Ending(exitCode, since(startedAt));
        } finally {
            launcher.hasEnded(started);
            monitor.change(() -> {
                process = null;
                state = PartState.DOWN;
            });
        }
    }

    private boolean isReadyBeforeItEnds(Process started) throws InterruptedException {
        while (!started.waitFor(POLL)) {
            if (isReady()) {
                return true;
            }
        }
        return false;
    }

    private boolean isReady() {
        try {
            return part.readiness().isReached();
        } catch (IOException _) {
            return false;
        }
    }

    private boolean isWorthAnotherTry(Ending ending) {
        if (!everReady && attempts >= ATTEMPTS) {
            progress.say("%s %s, %d times before it was ever ready, and is given up. Its log says why: %s"
                    .formatted(part.name(), ending.inWords(), attempts, log()));
            return false;
        }
        Duration pause = backoff.afterUptime(ending.uptime());
        progress.say("%s %s and is started again in %s (log: %s)"
                .formatted(part.name(), ending.inWords(), Seconds.of(pause), log()));
        monitor.await(pause, () -> !wanted);
        return true;
    }

    private boolean isWanted() {
        return monitor.read(() -> wanted);
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static boolean hasEndedWithin(Duration patience, Thread thread) {
        try {
            return thread.join(patience);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
