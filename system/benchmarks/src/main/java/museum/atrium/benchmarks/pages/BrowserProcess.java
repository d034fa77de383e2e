package museum.atrium.benchmarks.pages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Chromium without a window and with nothing kept from before; it ends with the run. */
final class BrowserProcess implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process process;
    private final Path profile;
    private final URI address;

    private BrowserProcess(Process process, Path profile, URI address) {
        this.process = process;
        this.profile = profile;
        this.address = address;
    }

    static BrowserProcess start() throws IOException {
        Path profile = Files.createTempDirectory("browser-");
        Process process;
        try {
            process = new ProcessBuilder(
                            System.getenv().getOrDefault("CHROMIUM", "chromium"),
                            "--headless=new",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run",
                            "--remote-debugging-port=0",
                            "--user-data-dir=" + profile,
                            "about:blank")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            throw new IllegalStateException(
                    "There is no Chromium on this machine: install it, on Debian by: apt-get install chromium;"
                            + " or name it in CHROMIUM.",
                    missing);
        }
        return new BrowserProcess(process, profile, address(process));
    }

    /** Where it takes commands. */
    URI address() {
        return address;
    }

    private static URI address(Process process) throws IOException {
        BufferedReader said = process.inputReader();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                // Or it would wait for somebody to read what it says.
                Thread.ofVirtual().start(() -> said.lines().forEach(unread -> {}));
                return URI.create(listening.group(1));
            }
        }
        throw new IllegalStateException("Chromium ended without saying where it takes commands");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(profile)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException kept) {
            // One of its own processes may still write there; it lies among the machine's temporary files.
        }
    }
}
