package museum.atrium.localstack.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes of this data folder, on disk: a supervisor that is killed cannot stop them, so the next one has to find
 * exactly those and no others. A process is recognised by its id, the instant it was started and its program.
 */
public final class RunningProcesses {

    /** The system reckons start instants from its boot time, which may be rounded differently a day later. */
    private static final Duration CLOCK_ROUNDING = Duration.ofSeconds(2);

    private final Path file;
    private final Map<Long, Entry> entries = new LinkedHashMap<>();

    public RunningProcesses(Path file) {
        this.file = file;
    }

    synchronized void add(ProcessHandle process, String program, StopSignal stopSignal) {
        process.info().startInstant().ifPresent(startedAt -> {
            entries.put(process.pid(), new Entry(process.pid(), startedAt, stopSignal, program));
            write();
        });
    }

    synchronized void remove(long pid) {
        if (entries.remove(pid) != null) {
            write();
        }
    }

    /** Ends what an earlier supervisor left running; returns how many processes that were. */
    public synchronized int endLeftOvers(Duration patience) throws IOException {
        var leftOvers = new ArrayList<ProcessHandle>();
        for (Entry entry : read()) {
            entry.process().ifPresent(process -> {
                leftOvers.add(process);
                entry.stopSignal().sendTo(process);
            });
        }
        var ended = CompletableFuture.allOf(
                leftOvers.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new));
        try {
            ended.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            leftOvers.forEach(ProcessHandle::destroyForcibly);
            ended.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            leftOvers.forEach(ProcessHandle::destroyForcibly);
        } catch (ExecutionException failure) {
            throw new IOException(failure);
        }
        Files.deleteIfExists(file);
        return leftOvers.size();
    }

    private List<Entry> read() throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .map(Entry::parse)
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
    }

    private void write() {
        var beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(beside, entries.values().stream().map(Entry::line).toList());
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private record Entry(long pid, Instant startedAt, StopSignal stopSignal, String program) {

        private static final int FIELDS = 4;

        String line() {
            return pid + " " + startedAt.toEpochMilli() + " " + stopSignal + " " + program;
        }

        static Optional<Entry> parse(String line) {
            String[] fields = line.split(" ", FIELDS);
            try {
                return Optional.of(new Entry(
                        Long.parseLong(fields[0]),
                        Instant.ofEpochMilli(Long.parseLong(fields[1])),
                        StopSignal.valueOf(fields[2]),
                        fields[3]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
                return Optional.empty();
            }
        }

        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid).filter(this::isTheOneThatWasStarted);
        }

        private boolean isTheOneThatWasStarted(ProcessHandle process) {
            var info = process.info();
            return info.startInstant()
                            .filter(instant ->
                                    Duration.between(instant, startedAt).abs().compareTo(CLOCK_ROUNDING) <= 0)
                            .isPresent()
                    && info.command().filter(program::equals).isPresent();
        }
    }
}
