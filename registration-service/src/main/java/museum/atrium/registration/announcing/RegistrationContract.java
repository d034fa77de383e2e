package museum.atrium.registration.announcing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code contracts/events/registration.schema.json}: a registration, or an invitation to speak, without anything that says
 * whose it is.
 *
 * @param calendar of all that its address is registered for; null but where the owner is to be told
 */
record RegistrationContract(
        UUID id,
        long revision,
        Role role,
        UUID activity,
        String status,
        @Nullable String pendingFor,
        @Nullable Instant answerBy,
        @Nullable List<UUID> sessions,
        Instant registeredAt,
        @Nullable Instant confirmedAt,
        int linkVersion,
        Map<String, Long> occasions,
        List<UUID> attended,
        @Nullable UUID calendar) {

    enum Role {
        PARTICIPANT,
        SPEAKER
    }
}
