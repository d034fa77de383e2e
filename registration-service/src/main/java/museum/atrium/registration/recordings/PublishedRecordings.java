package museum.atrium.registration.recordings;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The recordings that can be watched now. */
@Repository
public class PublishedRecordings {

    private final NamedParameterJdbcTemplate rows;
    private final JdbcClient database;

    PublishedRecordings(NamedParameterJdbcTemplate rows, JdbcClient database) {
        this.rows = rows;
        this.database = database;
    }

    /** By activity, in the order of their publication. */
    public Map<UUID, List<PublishedRecording>> of(Collection<UUID> activities) {
        Map<UUID, List<PublishedRecording>> found = new LinkedHashMap<>();
        rows.query(
                "select * from recording where activity_id = any(:activities) order by published_at, id",
                Map.of("activities", activities.toArray(UUID[]::new)),
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
                insert into recording (id, activity_id, session_id, title, language, access, published_at, watch_path)
                values (:id, :activity, :session, :title, :language, :access, :publishedAt, :watchPath)
                on conflict (id) do update set activity_id = excluded.activity_id, session_id = excluded.session_id,
                  title = excluded.title, language = excluded.language, access = excluded.access,
                  published_at = excluded.published_at, watch_path = excluded.watch_path
                """)
                .param("id", recording.id())
                .param("activity", recording.activity())
                .param("session", recording.session())
                .param("title", recording.title())
                .param("language", recording.language())
                .param("access", recording.access())
                .param("publishedAt", recording.publishedAt().atOffset(ZoneOffset.UTC))
                .param("watchPath", recording.watchPath())
                .update();
    }

    void remove(UUID recording) {
        database.sql("delete from recording where id = :id")
                .param("id", recording)
                .update();
    }
}
