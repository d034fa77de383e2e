package museum.atrium.registration.signup;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

public record RegistrationId(@JsonValue UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
