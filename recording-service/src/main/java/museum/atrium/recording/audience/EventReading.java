package museum.atrium.recording.audience;

import java.util.Map;
import java.util.UUID;
import museum.atrium.outbox.NotUnderstandable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads what others publish: fields that this service does not use, now or later, do not disturb it. */
public final class EventReading {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventReading() {}

    public static <T> T read(String payload, Class<T> type) {
        @Nullable T read;
        try {
            read = JSON.readValue(payload, type);
        } catch (JacksonException unreadable) {
            throw new NotUnderstandable("The payload is not the contract's " + type.getSimpleName(), unreadable);
        }
        if (read == null) {
            throw new NotUnderstandable("The payload is null");
        }
        return read;
    }

    public static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new NotUnderstandable("The payload lacks " + field);
        }
        return value;
    }

    /** What a tombstone ends. */
    public static UUID id(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException notAnId) {
            throw new NotUnderstandable("The key is not a registration's id", notAnId);
        }
    }

    public static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    /** By language tag. */
    static Map<String, String> readTexts(String json) {
        return JSON.readValue(json, new TypeReference<>() {});
    }

    static <T> T readColumn(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }
}
