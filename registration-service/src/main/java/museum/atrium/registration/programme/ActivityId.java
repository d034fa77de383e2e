package museum.atrium.registration.programme;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

public record ActivityId(@JsonValue UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
