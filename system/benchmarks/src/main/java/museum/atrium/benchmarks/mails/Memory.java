package museum.atrium.benchmarks.mails;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory a part's process holds, as Linux tells it. */
final class Memory {

    private static final long KILOBYTES_PER_MEGABYTE = 1_024;

    private final Path status;

    Memory(String part) {
        long pid = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("-Datrium.part=" + part + " "))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(part + " is not running"))
                .pid();
        status = Path.of("/proc", Long.toString(pid), "status");
    }

    /** Resident at this moment. */
    long megabytes() {
        return of("VmRSS:");
    }

    /** The most that was ever resident. */
    long mostMegabytes() {
        return of("VmHWM:");
    }

    private long of(String name) {
        try {
            return Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith(name))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                            .findFirst()
                            .orElseThrow()
                    / KILOBYTES_PER_MEGABYTE;
        } catch (IOException e) {
            throw new UncheckedIOException("its memory can be read on Linux only", e);
        }
    }
}
