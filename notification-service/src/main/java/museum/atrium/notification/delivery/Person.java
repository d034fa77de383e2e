package museum.atrium.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One participant in one activity, as known at this moment.
 *
 * @param sessions those chosen; null for all
 * @param contact null once it is erased
 */
record Person(
        UUID id,
        UUID activity,
        long revision,
        Standing standing,
        @Nullable List<UUID> sessions,
        @Nullable Instant confirmedAt,
        int linkVersion,
        Map<String, Long> occasions,
        Set<UUID> attended,
        @Nullable Contact contact) {

    record Contact(
            String email,
            String name,
            @Nullable String language,
            @Nullable String timeZone) {

        @Override
        public String toString() {
            return "Contact[personal]";
        }
    }

    boolean chose(UUID session) {
        return sessions == null || sessions.contains(session);
    }

    boolean wasConfirmedBy(Instant moment) {
        return standing == Standing.CONFIRMED && confirmedAt != null && !confirmedAt.isAfter(moment);
    }
}
