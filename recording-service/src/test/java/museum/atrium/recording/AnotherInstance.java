package museum.atrium.recording;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;

/** A second instance of the service as a process of its own, on the same database, broker and folder. It can be killed. */
class AnotherInstance implements AutoCloseable {

    private static final List<String> SHARED = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.kafka.bootstrap-servers");

    private final Process process;
    private final int port;

    private AnotherInstance(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static AnotherInstance start(Environment same, RecordingSettings settings) throws IOException {
        return start(same, settings, Map.of("atrium.processing.enabled", "false"));
    }

    static AnotherInstance start(Environment same, RecordingSettings settings, Map<String, String> further)
            throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                RecordingApplication.class.getName()));
        for (String shared : SHARED) {
            command.add("--" + shared + "=" + same.getRequiredProperty(shared));
        }
        Map.of(
                        "atrium.recordings.publish-every", "50ms",
                        "server.port", String.valueOf(port),
                        "atrium.public-url", WholeService.PUBLIC_URL,
                        "atrium.organizer-password", WholeService.PASSWORD,
                        "atrium.links.watch", WholeService.WATCH_KEY,
                        "atrium.links.media", WholeService.MEDIA_KEY,
                        "atrium.recordings.folder", settings.folder().toString())
                .forEach((name, value) -> command.add("--" + name + "=" + value));
        further.forEach((name, value) -> command.add("--" + name + "=" + value));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "another-instance.log").toFile())
                .start();
        AnotherInstance instance = new AnotherInstance(process, port);
        eventually(Duration.ofSeconds(90), instance::assertReady);
        return instance;
    }

    Organiser organiser() {
        return new Organiser(port);
    }

    /** As by {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        eventually(() -> assertThat(process.isAlive()).isFalse());
    }

    private void assertReady() throws IOException, InterruptedException {
        assertThat(process.isAlive()).isTrue();
        HttpRequest ready = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/actuator/health/readiness"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(ready, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
