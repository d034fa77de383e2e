package museum.atrium.benchmarks.recordings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Uploads films through the front door and waits until they are ready. */
final class Organiser {

    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int CREATED = 201;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;
    private final String authorization;

    Organiser(URI url, String password) {
        this.url = url;
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(("organizer:" + password).getBytes(UTF_8));
    }

    void publishActivity() {
        post("/api/organizer/activities", """
                {"slug": "measured", "kind": "WEBINAR", "title": {"en": "Measured"}}
                """);
        post("/api/organizer/activities/measured/publication", "");
    }

    /** @param time from its last byte until it is ready */
    record Processed(String id, Duration time) {}

    Processed process(Path film) throws IOException {
        String id = entered();
        HttpResponse<String> created = send(request("/api/recordings/" + id + "/upload")
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", Long.toString(Files.size(film)))
                .POST(BodyPublishers.noBody()));
        String upload = created.headers().firstValue("Location").orElseThrow();
        long began = System.nanoTime();
        send(request(URI.create(upload).getPath())
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofFile(film)));
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            String state = found(send(request("/api/recordings/" + id).GET()).body(), "state");
            switch (state) {
                case "READY" -> {
                    return new Processed(id, Duration.ofNanos(System.nanoTime() - began));
                }
                case "FAILED" -> throw new IllegalStateException("The film could not be processed: " + id);
                default -> rest();
            }
        }
        throw new IllegalStateException("The film is not ready after " + PATIENCE);
    }

    /** Shows it to everybody. Where the film is, below the origin. */
    String publish(String id) {
        post("/api/recordings/" + id + "/publication", "");
        String page = send(request("/watch/measured").GET()).body();
        Matcher film = Pattern.compile(" src=\"(/media/[^\"]+)\"").matcher(page);
        if (!film.find()) {
            throw new IllegalStateException("The page shows no film");
        }
        return film.group(1).replace("&amp;", "&");
    }

    void download(URI film, Path target) throws IOException, InterruptedException {
        http.send(HttpRequest.newBuilder(film).build(), BodyHandlers.ofFile(target));
    }

    /** recording-service hears of the activity a moment after it was published. */
    private String entered() {
        for (int trial = 0; trial < 200; trial++) {
            HttpResponse<String> answer = post("/api/recordings", """
                    {"activity": "measured", "title": "Measured", "access": "PUBLIC"}
                    """);
            if (answer.statusCode() == CREATED) {
                return found(answer.body(), "id");
            }
            rest();
        }
        throw new IllegalStateException("No recording can be entered");
    }

    private static void rest() {
        try {
            Thread.sleep(GLANCE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String found(String json, String field) {
        Matcher value =
                Pattern.compile("\"" + field + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        if (!value.find()) {
            throw new IllegalStateException("No " + field + " in " + json);
        }
        return value.group(1);
    }

    private HttpResponse<String> post(String path, String json) {
        HttpRequest.Builder request = request(path);
        return send(
                json.isEmpty()
                        ? request.POST(BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).header("Authorization", authorization);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
