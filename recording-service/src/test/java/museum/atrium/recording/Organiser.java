package museum.atrium.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.UUID;
import museum.atrium.recording.Neighbours.Programme;
import museum.atrium.testing.Contracts;
import museum.atrium.testing.HttpContract;
import museum.atrium.testing.badinput.Example;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who enters, uploads and publishes recordings, over HTTP. Every answer in JSON is held against the contract. */
class Organiser {

    static final byte[] CLIP = resource("clips/clip.mp4");

    private static final HttpContract CONTRACT = Contracts.http("recording");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String origin;
    private final int port;

    Organiser(int port) {
        this.port = port;
        this.origin = "http://localhost:" + port;
    }

    record Answer(int status, JsonNode body, HttpResponse<byte[]> http) {}

    // ---- recordings

    Answer enter(String json) {
        return json("POST", "/api/recordings", json);
    }

    /** Entered for the whole activity, to be uploaded. */
    UUID enter(Programme programme, String access) {
        return enter(programme, null, access);
    }

    UUID enter(Programme programme, @Nullable UUID session, String access) {
        String draft = """
                {"activity": "%s", "session": %s, "title": "What we recorded", "language": "en", "access": "%s"}
                """.formatted(programme.slug(), session == null ? "null" : "\"" + session + "\"", access);
        UUID[] id = new UUID[1];
        // The activity may have been published this moment.
        eventually(() -> {
            Answer answer = enter(draft);
            assertThat(answer.status()).isEqualTo(201);
            id[0] = UUID.fromString(answer.body().get("id").asString());
        });
        return id[0];
    }

    /** A recording that lies elsewhere, of an activity that may not be known yet. */
    UUID elsewhere(Programme programme) {
        UUID id = enter(programme, "PUBLIC");
        remove(id);
        return UUID.fromString(
                enter("""
                        {"activity": "%s", "title": "Elsewhere", "access": "PUBLIC",
                         "url": "https://video.example.org/watch?v=1"}
                        """.formatted(programme.slug())).body().get("id").asString());
    }

    UUID published(Programme programme, @Nullable UUID session, String access) {
        UUID id = enter(programme, session, access);
        upload(id, CLIP);
        assertThat(publish(id).status()).isEqualTo(200);
        return id;
    }

    // ---- live rooms

    /** What Zoom gets for an answer. */
    HttpResponse<byte[]> hook(Example told) {
        HttpRequest.Builder request = request("/hooks/zoom").header("Content-Type", "application/json");
        told.headers().forEach(request::header);
        return send(request.POST(BodyPublishers.ofString(String.valueOf(told.body()))));
    }

    /** What has come from that room. */
    JsonNode arrival(String room) {
        return json("GET", "/api/recordings/arrivals", null)
                .body()
                .get("items")
                .valueStream()
                .filter(arrival -> arrival.get("room").asString().equals(room))
                .findFirst()
                .orElseThrow();
    }

    JsonNode look(UUID id) {
        Answer answer = json("GET", "/api/recordings/" + id, null);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    String state(UUID id) {
        return look(id).get("state").asString();
    }

    Answer publish(UUID id) {
        return json("POST", "/api/recordings/" + id + "/publication", null);
    }

    Answer publish(UUID id, String at) {
        return json("POST", "/api/recordings/" + id + "/publication", "{\"at\": \"" + at + "\"}");
    }

    Answer retract(UUID id) {
        return json("POST", "/api/recordings/" + id + "/retraction", null);
    }

    Answer remove(UUID id) {
        return json("DELETE", "/api/recordings/" + id, null);
    }

    Answer captions(UUID id, String language, String file) {
        String path = "/api/recordings/" + id + "/captions/" + language;
        HttpResponse<byte[]> answer =
                send(signedIn(path).header("Content-Type", "text/vtt").PUT(BodyPublishers.ofString(file)));
        String text = new String(answer.body(), UTF_8);
        CONTRACT.assertValid("PUT", path, answer.statusCode(), text);
        return new Answer(answer.statusCode(), JSON.readTree(text), answer);
    }

    Answer attach(UUID id, String name, byte[] file) {
        String path = "/api/recordings/" + id + "/attachments/" + name;
        HttpResponse<byte[]> answer = send(signedIn(path)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(file)));
        String text = new String(answer.body(), UTF_8);
        CONTRACT.assertValid("PUT", path, answer.statusCode(), text);
        return new Answer(answer.statusCode(), JSON.readTree(text), answer);
    }

    Answer json(String method, String path, @Nullable String body) {
        HttpRequest.Builder request = signedIn(path);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        HttpResponse<byte[]> answer =
                send(request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        String text = new String(answer.body(), UTF_8);
        CONTRACT.assertValid(method, path.replaceAll("\\?.*", ""), answer.statusCode(), text);
        return new Answer(answer.statusCode(), text.isEmpty() ? JSON.nullNode() : JSON.readTree(text), answer);
    }

    // ---- tus

    /** Creates the upload and sends everything at once. */
    void upload(UUID recording, byte[] bytes) {
        String upload = createUpload(recording, bytes.length);
        HttpResponse<byte[]> answer = patch(upload, 0, bytes);
        assertThat(answer.statusCode()).isEqualTo(204);
    }

    /** The path of the created upload. */
    String createUpload(UUID recording, long length) {
        HttpResponse<byte[]> answer = create(recording, "Upload-Length", String.valueOf(length));
        assertThat(answer.statusCode()).isEqualTo(201);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(WholeService.PUBLIC_URL + "/api/recordings/" + recording + "/upload/");
        return URI.create(location).getPath();
    }

    HttpResponse<byte[]> create(UUID recording, String... headers) {
        HttpRequest.Builder request = tus("/api/recordings/" + recording + "/upload");
        return send((headers.length == 0 ? request : request.headers(headers)).POST(BodyPublishers.noBody()));
    }

    HttpResponse<byte[]> patch(String upload, long offset, byte[] bytes, String... headers) {
        return patch(upload, offset, BodyPublishers.ofByteArray(bytes), headers);
    }

    HttpResponse<byte[]> patch(String upload, long offset, BodyPublisher bytes, String... headers) {
        HttpRequest.Builder request = tus(upload)
                .header("Upload-Offset", String.valueOf(offset))
                .header("Content-Type", "application/offset+octet-stream");
        return send((headers.length == 0 ? request : request.headers(headers)).method("PATCH", bytes));
    }

    HttpResponse<byte[]> head(String upload) {
        return send(tus(upload).method("HEAD", BodyPublishers.noBody()));
    }

    HttpResponse<byte[]> terminate(String upload) {
        return send(tus(upload).DELETE());
    }

    /** Begins to send and leaves the connection open, with fewer bytes than announced. */
    Socket beginToSend(String upload, long offset, byte[] bytes, int announced) {
        return beginToSend(upload, offset, "Content-Length: " + announced, bytes);
    }

    /** Sends all and leaves it open whether that was all; what ends it is {@code 0\r\n\r\n}. */
    Socket beginToSendInChunks(String upload, byte[] bytes, String checksum) {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes("%x\r\n".formatted(bytes.length).getBytes(UTF_8));
        chunk.writeBytes(bytes);
        chunk.writeBytes("\r\n".getBytes(UTF_8));
        return beginToSend(upload, 0, "Transfer-Encoding: chunked\nUpload-Checksum: " + checksum, chunk.toByteArray());
    }

    private Socket beginToSend(String upload, long offset, String headers, byte[] bytes) {
        try {
            Socket socket = new Socket("localhost", port);
            String head =
                    """
                    PATCH %s HTTP/1.1
                    Host: localhost
                    Authorization: %s
                    Tus-Resumable: 1.0.0
                    Upload-Offset: %d
                    Content-Type: application/offset+octet-stream
                    %s

                    """.formatted(upload, authorization(), offset, headers).replace("\n", "\r\n");
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return socket;
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    // ---- what everybody can do

    /** What lies at an address of this service, as text. */
    String text(String path, String... headers) {
        return new String(get(path, headers).body(), UTF_8);
    }

    /** Of an address that the service has handed out, what is behind its public origin. */
    static String path(String address) {
        return address.replaceAll("^https?://[^/]+", "");
    }

    HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path));
        return send((headers.length == 0 ? request : request.headers(headers)).GET());
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(origin + path));
    }

    HttpRequest.Builder signedIn(String path) {
        return request(path).header("Authorization", authorization());
    }

    HttpRequest.Builder tus(String path) {
        return signedIn(path).header("Tus-Resumable", "1.0.0");
    }

    private static String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString(("organizer:" + WholeService.PASSWORD).getBytes(UTF_8));
    }

    private static byte[] resource(String name) {
        try (var bytes = Organiser.class.getClassLoader().getResourceAsStream(name)) {
            return java.util.Objects.requireNonNull(bytes).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
