package museum.atrium.notification.planning;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * What concerns whole audiences. Whoever adds to it holds the activity's lock exclusively, so that everyone who joins
 * the audience either has joined already or sees it.
 */
@Repository
public class Notices {

    private static final String ADD = """
            insert into notices
                (activity, kind, about, distance, revision, session, attendees_only, cut_off, expires_at, previous)
            values
                (:activity, :kind, :about, :distance, :revision, :session, :attendeesOnly, :cutOff, :expiresAt,
                 :previous::jsonb)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ApplicationEventPublisher publisher;

    Notices(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher publisher) {
        this.jdbc = jdbc;
        this.json = json;
        this.publisher = publisher;
    }

    /** Once: what was noticed before is not passed on again. */
    public void add(Notice notice) {
        write(ADD + "on conflict (activity, kind, about, distance, revision) do nothing", notice);
    }

    /** Also when it was noticed before: who was not concerned then may be now. Who was told is not told again. */
    public void renew(Notice notice) {
        write(ADD + """
                on conflict (activity, kind, about, distance, revision) do update
                set session = excluded.session, attendees_only = excluded.attendees_only,
                    cut_off = excluded.cut_off, reached = null, finished = false,
                    renewed = true
                """, notice);
    }

    private void write(String sql, Notice notice) {
        jdbc.sql(sql)
                .param("activity", notice.activity())
                .param("kind", notice.kindName())
                .param("about", notice.about())
                .param("distance", notice.distance())
                .param("revision", notice.revision())
                .param("session", notice.session())
                .param("attendeesOnly", notice.attendeesOnly())
                .param("cutOff", time(notice.cutOff()))
                .param("expiresAt", time(notice.expiresAt()))
                .param("previous", notice.previous() == null ? null : json.writeValueAsString(notice.previous()))
                .update();
        publisher.publishEvent(new Noticed());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
