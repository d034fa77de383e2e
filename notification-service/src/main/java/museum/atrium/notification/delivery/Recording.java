package museum.atrium.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recording as known at this moment.
 *
 * @param published and to be watched still
 */
record Recording(
        UUID id,
        UUID activity,
        @Nullable UUID session,
        boolean published,
        String title,
        boolean attendeesOnly,
        Instant publishedAt,
        @Nullable Instant availableUntil,
        String watchPath) {

    boolean isFor(Person person) {
        if (session != null && !person.chose(session)) {
            return false;
        }
        if (!attendeesOnly) {
            return true;
        }
        return session == null
                ? !person.attended().isEmpty()
                : person.attended().contains(session);
    }
}
