package museum.atrium.registration.announcing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.registration.signup.Standing;
import org.jspecify.annotations.Nullable;

/** {@code contracts/events/registration.schema.json}: a registration without anything that says whose it is. */
record RegistrationContract(
        UUID id,
        long revision,
        UUID activity,
        String status,
        Standing.@Nullable PendingFor pendingFor,
        @Nullable Instant answerBy,
        @Nullable List<UUID> sessions,
        Instant registeredAt,
        @Nullable Instant confirmedAt,
        int linkVersion,
        Map<String, Long> occasions,
        List<UUID> attended) {}
