package museum.atrium.registration.signup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.IntStream;
import museum.atrium.http.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the header by which a client says that a request is the same as an earlier one. */
@Component
public class KeysOfRequests {

    private static final int LONGEST_KEY = 255;

    private final JsonMapper json;

    KeysOfRequests(JsonMapper json) {
        this.json = json;
    }

    /** @return null: the client sent none */
    public @Nullable IdempotencyKey of(@Nullable String key, Record request) {
        if (key == null) {
            return null;
        }
        boolean printable = IntStream.range(0, key.length()).allMatch(i -> key.charAt(i) > ' ' && key.charAt(i) < 127);
        if (key.isEmpty() || key.length() > LONGEST_KEY || !printable) {
            throw Refusal.badRequest(
                    "The header 'Idempotency-Key' must have 1 to " + LONGEST_KEY + " printable ASCII characters.");
        }
        try {
            byte[] body = json.writeValueAsBytes(request);
            return new IdempotencyKey(key, MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
