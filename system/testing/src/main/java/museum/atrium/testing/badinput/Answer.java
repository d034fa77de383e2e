package museum.atrium.testing.badinput;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

record Answer(int status, @Nullable String type, @Nullable String retryAfter, String body) {

    private static final int FIRST_REFUSAL = 400;
    private static final int SHOWN = 600;

    static Answer of(HttpResponse<byte[]> response) {
        Optional<String> type = response.headers().firstValue("Content-Type");
        return new Answer(
                response.statusCode(),
                type.orElse(null),
                response.headers().firstValue("Retry-After").orElse(null),
                new String(response.body(), StandardCharsets.UTF_8));
    }

    boolean isRefusal() {
        return status >= FIRST_REFUSAL;
    }

    boolean is(String mediaType) {
        return type != null && type.startsWith(mediaType);
    }

    String shown() {
        return status + " " + (body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "…");
    }

    @Nullable JsonNode json() {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return null;
        }
    }
}
