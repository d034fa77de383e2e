package museum.atrium.registration.signup;

import java.util.UUID;

public record RegistrationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
