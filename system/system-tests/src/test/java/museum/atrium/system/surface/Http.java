package museum.atrium.system.surface;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Calls to one origin, with headers that go with each; immutable. */
public final class Http {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Set<Integer> NOBODY_HOME = Set.of(502, 503, 504);

    private final HttpClient client;
    private final URI origin;
    private final List<String> headers;
    private final Duration patience;

    private Http(HttpClient client, URI origin, List<String> headers, Duration patience) {
        this.client = client;
        this.origin = origin;
        this.headers = headers;
        this.patience = patience;
    }

    public static Http to(URI origin) {
        return new Http(builder().build(), origin, List.of(), Duration.ZERO);
    }

    /** A reader's browser as far as it matters here: it keeps cookies and follows redirects. */
    public static Http browser(URI origin) {
        HttpClient client = builder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        return new Http(client, origin, List.of(), Duration.ZERO);
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT);
    }

    /** Waits so long for a service that is away, by asking again, as a person would. */
    public Http patient(Duration howLong) {
        return new Http(client, origin, headers, howLong);
    }

    public Http with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Http(client, origin, List.copyOf(more), patience);
    }

    public Http as(String user, String password) {
        byte[] credentials = "%s:%s".formatted(user, password).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    public URI origin() {
        return origin;
    }

    public Answer get(String path) {
        return call("GET", path, BodyPublishers.noBody());
    }

    public Answer head(String path) {
        return call("HEAD", path, BodyPublishers.noBody());
    }

    public Answer post(String path) {
        return call("POST", path, BodyPublishers.noBody());
    }

    public Answer post(String path, Object body) {
        return json().call("POST", path, BodyPublishers.ofByteArray(Json.write(body)));
    }

    public Answer patch(String path, Object body) {
        return json().call("PATCH", path, BodyPublishers.ofByteArray(Json.write(body)));
    }

    public Answer patch(String path, byte[] body) {
        return call("PATCH", path, BodyPublishers.ofByteArray(body));
    }

    public Answer delete(String path) {
        return call("DELETE", path, BodyPublishers.noBody());
    }

    /** The headers that go with each call, as they stand in a request. */
    String headerLines() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < headers.size(); i += 2) {
            lines.append(headers.get(i)).append(": ").append(headers.get(i + 1)).append("\r\n");
        }
        return lines.toString();
    }

    private Http json() {
        return with("Content-Type", "application/json");
    }

    private Answer call(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(origin.resolve(path)).timeout(TIMEOUT).method(method, body);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            boolean lastTry = System.nanoTime() >= deadline;
            try {
                Answer answer =
                        new Answer(method + " " + path, client.send(request.build(), BodyHandlers.ofByteArray()));
                if (lastTry || !NOBODY_HOME.contains(answer.status())) {
                    return answer;
                }
            } catch (IOException e) {
                if (lastTry) {
                    throw new UncheckedIOException("%s %s was not answered".formatted(method, path), e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while calling", e);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
