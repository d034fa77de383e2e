package museum.atrium.recording;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An object store that speaks as S3 does, a process of its own, with one empty bucket. */
final class ObjectStore implements AutoCloseable {

    static final String BUCKET = "recordings";

    private static final Path PROGRAM = Path.of("target/programs/s3mock.jar");
    /** As long as a program may take on a machine that has others to start. */
    private static final Duration UNTIL_IT_RUNS = Duration.ofMinutes(1);

    private static final Pattern KEY = Pattern.compile("<Key>([^<]+)</Key>");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Path folder;
    private Process process;

    ObjectStore() throws IOException {
        folder = Files.createTempDirectory(Path.of("target"), "objects-");
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        process = start();
    }

    String endpoint() {
        return "http://localhost:" + port;
    }

    /** Where it is gone for a while. */
    void stop() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    void startAgain() throws IOException {
        process = start();
    }

    /** The names of what lies in the bucket. */
    Set<String> objects() {
        return keys("?list-type=2");
    }

    /** Of which parts have come, and the whole has not. */
    Set<String> begun() {
        return keys("?uploads");
    }

    void put(String key, byte[] bytes) {
        send(request("/" + key).PUT(BodyPublishers.ofByteArray(bytes)));
    }

    /** An upload in parts of which nobody sends any. */
    void begin(String key) {
        send(request("/" + key + "?uploads").POST(BodyPublishers.noBody()));
    }

    private Set<String> keys(String query) {
        return KEY.matcher(send(request(query)))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(endpoint() + "/" + BUCKET + path));
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        } catch (IOException unreachable) {
            throw new IllegalStateException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Process start() throws IOException {
        Process started = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        PROGRAM.toAbsolutePath().toString(),
                        "--com.adobe.testing.s3mock.httpPort=" + port,
                        "--server.port=0",
                        "--com.adobe.testing.s3mock.store.root=" + folder.toAbsolutePath(),
                        "--com.adobe.testing.s3mock.store.retainFilesOnExit=true",
                        "--com.adobe.testing.s3mock.store.initialBuckets=" + BUCKET))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        eventually(UNTIL_IT_RUNS, () -> assertThat(objects()).isNotNull());
        return started;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
