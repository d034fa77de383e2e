package museum.atrium.notification.delivery;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The recordings as they are known at this moment. */
@Repository
class KnownRecordings {

    private final JdbcClient jdbc;

    KnownRecordings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By activity. */
    Map<UUID, List<Recording>> of(Collection<UUID> activities) {
        return jdbc
                .sql("""
                    select id, activity, session, state, title, access, published_at, watch_path
                    from recordings
                    where activity in (:activities)
                    order by published_at, id
                    """)
                .param("activities", activities)
                .query((row, number) -> new Recording(
                        row.getObject("id", UUID.class),
                        row.getObject("activity", UUID.class),
                        row.getObject("session", UUID.class),
                        row.getString("state").equals("PUBLISHED"),
                        row.getString("title"),
                        row.getString("access").equals("ATTENDEES"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant(),
                        row.getString("watch_path")))
                .stream()
                .collect(Collectors.groupingBy(Recording::activity));
    }
}
