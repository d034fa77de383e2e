package museum.atrium.registration.signup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The last registration of a page: the next page begins after it, whatever was added meanwhile. */
record RegistrationCursor(Instant registeredAt, UUID id) {

    static final RegistrationCursor START = new RegistrationCursor(Instant.EPOCH, new UUID(0, 0));
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    String encoded() {
        String plain = registeredAt + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<RegistrationCursor> decode(String encoded) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8).split("\\|", -1);
            if (parts.length != 2) {
                return Optional.empty();
            }
            Instant at = Instant.parse(parts[0]);
            return at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)
                    ? Optional.empty()
                    : Optional.of(new RegistrationCursor(at, UUID.fromString(parts[1])));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
