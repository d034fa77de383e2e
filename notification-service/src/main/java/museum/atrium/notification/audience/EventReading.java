package museum.atrium.notification.audience;

import java.util.stream.Collectors;
import museum.atrium.outbox.NotUnderstandable;
import museum.atrium.outbox.ReceivedEvent;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the fields that this service uses from an event's payload and passes over the rest. */
@Component
public class EventReading {

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public <T> T read(ReceivedEvent event, Class<T> type) {
        String payload = event.payload();
        if (payload == null) {
            throw new NotUnderstandable("A tombstone has no meaning on " + event.topic());
        }
        try {
            T value = json.readValue(payload, type);
            if (value == null) {
                throw new NotUnderstandable("The payload is null");
            }
            return value;
        } catch (JacksonException unreadable) {
            // Its message may quote the payload, and a reason is kept longer than personal data may be.
            String where = unreadable.getPath().stream()
                    .map(step -> step.getPropertyName() == null ? "[]" : step.getPropertyName())
                    .collect(Collectors.joining("."));
            throw new NotUnderstandable("The payload does not fit %s at '%s'".formatted(type.getSimpleName(), where));
        }
    }
}
