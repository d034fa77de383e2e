package museum.atrium.registration.lists;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.registration.signup.OrganizerRegistration;

/**
 * The last registration of a page: the next page begins after it, whatever was added meanwhile.
 *
 * @param total how many there were when the first page was asked for: counting reads them all, so it is done once
 */
record ListCursor(Instant registeredAt, UUID id, long total) {

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    static ListCursor start(long total) {
        return new ListCursor(Instant.EPOCH, new UUID(0, 0), total);
    }

    ListCursor after(OrganizerRegistration last) {
        return new ListCursor(last.registeredAt(), last.id().value(), total);
    }

    String encoded() {
        String plain = registeredAt + "|" + id + "|" + total;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<ListCursor> decode(String encoded) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8).split("\\|", -1);
            if (parts.length != 3) {
                return Optional.empty();
            }
            Instant at = Instant.parse(parts[0]);
            long total = Long.parseLong(parts[2]);
            return at.isBefore(Instant.EPOCH) || at.isAfter(LATEST) || total < 0
                    ? Optional.empty()
                    : Optional.of(new ListCursor(at, UUID.fromString(parts[1]), total));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
