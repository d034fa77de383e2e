package museum.atrium.registration.announcing;

import java.util.List;
import java.util.UUID;

/** {@code contracts/events/erasure.schema.json}: what every service is to hold nothing of any more. */
record ErasureContract(UUID id, UUID erasure, List<UUID> registrations) {}
