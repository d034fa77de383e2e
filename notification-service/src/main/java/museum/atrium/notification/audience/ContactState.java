package museum.atrium.notification.audience;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a participant is reached: the only personal data that this service holds. */
record ContactState(
        UUID registration,
        long revision,
        String email,
        String name,
        @Nullable String language,
        @Nullable String timeZone) {

    ContactState {
        requireNonNull(registration);
        requireNonNull(email);
        requireNonNull(name);
    }

    @Override
    public String toString() {
        return "ContactState[registration=%s, revision=%d]".formatted(registration, revision);
    }
}
