package museum.atrium.registration.export;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * What of an answer this service uses; the whole is in {@code contracts/events/exportInNotification.schema.json} and {@code
 * exportInRecording.schema.json}. What is held is handed on as it came.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ExportAnswer(UUID registration, UUID export, Instant answeredAt, JsonNode held) {

    ExportAnswer {
        requireNonNull(registration);
        requireNonNull(export);
        requireNonNull(answeredAt);
        requireNonNull(held);
    }
}
