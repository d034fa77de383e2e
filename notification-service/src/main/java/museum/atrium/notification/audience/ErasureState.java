package museum.atrium.notification.audience;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;

/**
 * What is to be erased everywhere.
 *
 * @param id of this part of an erasure, which the answer names
 */
record ErasureState(UUID id, UUID erasure, List<UUID> registrations) {

    ErasureState {
        requireNonNull(id);
        requireNonNull(erasure);
        requireNonNull(registrations);
    }
}
