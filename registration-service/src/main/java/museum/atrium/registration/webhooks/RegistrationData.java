package museum.atrium.registration.webhooks;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.signup.Registration;
import org.jspecify.annotations.Nullable;

/**
 * A registration as a webhook is told of it, after what happened; never whose it is.
 *
 * @param revision rises with every change: of two messages that overtook each other the higher one counts
 * @param sessions null: every one
 */
record RegistrationData(
        UUID id,
        long revision,
        UUID activity,
        String status,
        @Nullable List<UUID> sessions,
        Instant registeredAt,
        @Nullable Instant confirmedAt,
        List<UUID> attended) {

    /** All that is told of one that is erased. */
    record Erased(UUID id) {}

    static RegistrationData of(Registration registration) {
        return new RegistrationData(
                registration.id().value(),
                registration.revision(),
                registration.activity().value(),
                registration.status().name(),
                registration.sessions() == null ? null : ids(registration.sessions()),
                registration.history().registeredAt(),
                registration.standing().confirmedAt(),
                ids(registration.attended()));
    }

    private static List<UUID> ids(Collection<SessionId> sessions) {
        return sessions.stream().map(SessionId::value).sorted().toList();
    }
}
