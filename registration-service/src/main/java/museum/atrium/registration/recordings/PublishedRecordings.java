package museum.atrium.registration.recordings;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The recordings that can be watched now. */
@Repository
public class PublishedRecordings {

    private final NamedParameterJdbcTemplate rows;
    private final JdbcClient database;
    private final Clock clock;

    PublishedRecordings(NamedParameterJdbcTemplate rows, JdbcClient database, Clock clock) {
        this.rows = rows;
        this.database = database;
        this.clock = clock;
    }

    /** By activity, in the order of their publication. */
    public Map<UUID, List<PublishedRecording>> of(Collection<UUID> activities) {
        Map<UUID, List<PublishedRecording>> found = new LinkedHashMap<>();
        rows.query(
                """
                select * from recording
                where activity_id = any(:activities) and (available_until is null or available_until > :now)
                order by published_at, id
                """,
                Map.of(
                        "activities",
                        activities.toArray(UUID[]::new),
                        "now",
                        clock.instant().atOffset(ZoneOffset.UTC)),
                row -> {
                    found.computeIfAbsent(row.getObject("activity_id", UUID.class), id -> new ArrayList<>())
                            .add(new PublishedRecording(
                                    row.getString("title"),
                                    row.getString("language"),
                                    row.getString("access"),
                                    row.getString("watch_path")));
                });
        return found;
    }

    void save(RecordingAnnouncement recording) {
        database.sql("""
                insert into recording (id, activity_id, session_id, title, language, access, published_at, available_until, watch_path)
                values (:id, :activity, :session, :title, :language, :access, :publishedAt, :availableUntil, :watchPath)
                on conflict (id) do update set activity_id = excluded.activity_id, session_id = excluded.session_id,
                  title = excluded.title, language = excluded.language, access = excluded.access,
                  published_at = excluded.published_at, available_until = excluded.available_until,
                  watch_path = excluded.watch_path
                """)
                .param("id", recording.id())
                .param("activity", recording.activity())
                .param("session", recording.session())
                .param("title", recording.title())
                .param("language", recording.language())
                .param("access", recording.access())
                .param("publishedAt", recording.publishedAt().atOffset(ZoneOffset.UTC))
                .param("availableUntil", utc(recording.availableUntil()))
                .param("watchPath", recording.watchPath())
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    void remove(UUID recording) {
        database.sql("delete from recording where id = :id")
                .param("id", recording)
                .update();
    }
}
