package museum.atrium.registration.erasure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Of one erasure and its report. */
public record ErasureId(@JsonValue UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
