package museum.atrium.notification.audience;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a registration's event that mails depend on.
 *
 * @param role SPEAKER of who was invited to speak; absent in events from before there were any
 * @param pendingFor ADDRESS, APPROVAL or ACCEPTANCE where the status is PENDING
 * @param answerBy until when the person must answer, if they are asked
 * @param sessions those chosen; null for every session of the activity, also later ones
 * @param occasions what happened, with the registration's revision at which it last happened
 * @param calendar of all that its address is registered for; null where nothing is told of it
 */
record RegistrationState(
        UUID id,
        long revision,
        @Nullable String role,
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

    RegistrationState {
        requireNonNull(id);
        role = requireNonNullElse(role, "PARTICIPANT");
        requireNonNull(activity);
        requireNonNull(status);
        requireNonNull(registeredAt);
        occasions = requireNonNullElse(occasions, Map.of());
        attended = requireNonNullElse(attended, List.of());
    }
}
