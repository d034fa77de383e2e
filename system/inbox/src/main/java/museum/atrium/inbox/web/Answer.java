package museum.atrium.inbox.web;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;

/** What a call is answered with; the body is written as it is made, so that a long list needs no memory. */
record Answer(int status, Map<String, String> headers, Body body) {

    private static final int BUFFER = 32 * 1024;

    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    static Answer of(String contentType, byte[] bytes) {
        return streamed(contentType, out -> out.write(bytes)).with("Content-Length", Integer.toString(bytes.length));
    }

    static Answer of(String contentType, String text) {
        return of(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer streamed(String contentType, Body body) {
        return new Answer(
                200,
                Map.of(
                        "Content-Type", contentType,
                        "Cache-Control", "no-store",
                        "X-Content-Type-Options", "nosniff",
                        "Referrer-Policy", "no-referrer",
                        "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox"),
                body);
    }

    static Answer empty() {
        return new Answer(204, Map.of(), out -> {});
    }

    Answer with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, Map.copyOf(more), body);
    }

    Answer withStatus(int other) {
        return new Answer(other, headers, body);
    }

    void send(Response response) throws IOException {
        response.setStatus(status);
        headers.forEach((name, value) -> response.getHeaders().put(new HttpField(name, value)));
        try (var out = new BufferedOutputStream(Content.Sink.asOutputStream(response), BUFFER)) {
            body.writeTo(out);
        }
    }
}
