package museum.atrium.registration.announcing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code contracts/events/message.schema.json}: what an organiser wrote, with some of those whom it is for. */
record MessageContract(
        UUID id,
        UUID activity,
        Map<String, String> subject,
        Map<String, String> text,
        Instant sentAt,
        int recipients,
        int part,
        int parts,
        List<UUID> registrations) {}
