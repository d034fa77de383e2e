package museum.atrium.registration.erasure;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What of an answer this service uses; the whole is in {@code contracts/events/erasureAnswer.schema.json}. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ErasureAnswer(UUID id, Instant answeredAt, Map<String, Integer> deleted) {

    ErasureAnswer {
        requireNonNull(id);
        requireNonNull(answeredAt);
        requireNonNull(deleted);
    }
}
