package museum.atrium.registration.export;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Of one export and its report. */
public record ExportId(@JsonValue UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
