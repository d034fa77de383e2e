package museum.atrium.notification.audience;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.notification.planning.Slot;
import org.jspecify.annotations.Nullable;

/** The fields of a session that mails are made of; its revision rises only when its times, zone or status change. */
record SessionState(
        UUID id,
        long revision,
        String status,
        Map<String, String> title,
        Instant startsAt,
        Instant endsAt,
        ZoneId timeZone,
        @Nullable Boolean selfPaced,
        @Nullable Instant attendanceSettledAt,
        @Nullable String language,
        @Nullable List<String> interpretation) {

    SessionState {
        requireNonNull(id);
        requireNonNull(status);
        requireNonNull(startsAt);
        requireNonNull(endsAt);
        requireNonNull(timeZone);
        title = requireNonNullElse(title, Map.of());
        selfPaced = requireNonNullElse(selfPaced, false);
        interpretation = requireNonNullElse(interpretation, List.of());
    }

    boolean cancelled() {
        return status.equals("CANCELLED");
    }

    /** Whether people come to it at the same time, so that it can be known who did. */
    boolean isLive() {
        return !cancelled() && !Boolean.TRUE.equals(selfPaced);
    }

    Slot slot() {
        return new Slot(startsAt, endsAt, timeZone);
    }
}
