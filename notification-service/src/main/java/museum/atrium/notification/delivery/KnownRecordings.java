package museum.atrium.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The recordings as they are known at this moment. */
@Repository
class KnownRecordings {

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownRecordings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By activity. */
    Map<UUID, List<Recording>> of(Collection<UUID> activities) {
        return jdbc
                .sql("""
                    select id, activity, session,
                      state = 'PUBLISHED' and (available_until is null or available_until > :now) as open, available_until, title, access, published_at, watch_path
                    from recordings
                    where activity = any(:activities)
                    order by published_at, id
                    """)
                .param("activities", activities.toArray(UUID[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Recording(
                        row.getObject("id", UUID.class),
                        row.getObject("activity", UUID.class),
                        row.getObject("session", UUID.class),
                        row.getBoolean("open"),
                        row.getString("title"),
                        row.getString("access").equals("ATTENDEES"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("available_until", OffsetDateTime.class)),
                        row.getString("watch_path")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Recording::activity));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
