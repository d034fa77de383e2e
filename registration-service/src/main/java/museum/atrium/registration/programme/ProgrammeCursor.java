package museum.atrium.registration.programme;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last activity of a page: the next page begins after it, whatever was added meanwhile. */
record ProgrammeCursor(@Nullable Instant startsAt, UUID id) {

    String encoded() {
        String plain = (startsAt == null ? "" : startsAt) + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<ProgrammeCursor> decode(String encoded) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8).split("\\|", -1);
            if (parts.length != 2) {
                return Optional.empty();
            }
            Instant startsAt = parts[0].isEmpty() ? null : Instant.parse(parts[0]);
            if (startsAt != null && !SessionRules.isPlausible(startsAt)) {
                return Optional.empty();
            }
            return Optional.of(new ProgrammeCursor(startsAt, UUID.fromString(parts[1])));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
