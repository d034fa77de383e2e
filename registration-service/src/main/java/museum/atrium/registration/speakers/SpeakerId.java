package museum.atrium.registration.speakers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Of an invitation to speak; the other services know it as the id of a registration. */
public record SpeakerId(@JsonValue UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
