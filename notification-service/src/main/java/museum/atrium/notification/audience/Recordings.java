package museum.atrium.notification.audience;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The known recordings. */
@Repository
class Recordings {

    private final JdbcClient jdbc;

    Recordings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(RecordingState recording) {
        jdbc.sql("""
                insert into recordings (id, activity, session, state, title, access, published_at, available_until, watch_path)
                values (:id, :activity, :session, :state, :title, :access, :publishedAt, :availableUntil, :watchPath)
                on conflict (id) do update
                set session = excluded.session, state = excluded.state, title = excluded.title,
                    access = excluded.access, published_at = excluded.published_at,
                    available_until = excluded.available_until, watch_path = excluded.watch_path
                """)
                .param("id", recording.id())
                .param("activity", recording.activity())
                .param("session", recording.session())
                .param("state", recording.state())
                .param("title", recording.title())
                .param("access", recording.access())
                .param("publishedAt", recording.publishedAt().atOffset(ZoneOffset.UTC))
                .param(
                        "availableUntil",
                        recording.availableUntil() == null
                                ? null
                                : recording.availableUntil().atOffset(ZoneOffset.UTC))
                .param("watchPath", recording.watchPath())
                .update();
    }
}
