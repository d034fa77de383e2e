package museum.atrium.system.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What an HTTP call was answered. */
public final class Answer {

    private final String call;
    private final HttpResponse<byte[]> response;

    Answer(String call, HttpResponse<byte[]> response) {
        this.call = call;
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    public URI uri() {
        return response.uri();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    public byte[] bytes() {
        return response.body();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return Json.read(response.body());
    }

    public <T> T as(Class<T> type) {
        return Json.read(response.body(), type);
    }

    /** This answer, if its status is one of these. */
    public Answer expecting(Integer... statuses) {
        assertThat(status()).as(() -> "%s → %s".formatted(call, text())).isIn((Object[]) statuses);
        return this;
    }
}
