package museum.atrium.notification.story;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the service has planned and done, as it stands in its database. */
@TestComponent
public class Outbound {

    private final JdbcClient jdbc;

    Outbound(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As {@code KIND STATUS}, in the order of planning. */
    public List<String> of(UUID registration) {
        return jdbc.sql("select kind || ' ' || status from deliveries where registration = :id order by id")
                .param("id", registration)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Why mails were dropped or have failed. */
    public List<String> reasons(UUID registration) {
        return jdbc.sql("select reason from deliveries where registration = :id and reason is not null order by id")
                .param("id", registration)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Until when the newest mail of this kind is of use. */
    public Instant expiry(UUID registration, String kind) {
        return jdbc.sql("""
                select expires_at from deliveries where registration = :id and kind = :kind order by id desc limit 1
                """)
                .param("id", registration)
                .param("kind", kind)
                .query((row, number) ->
                        row.getObject("expires_at", OffsetDateTime.class).toInstant())
                .single();
    }

    /** The last answers to mails that are through. */
    public List<String> replies(UUID registration) {
        return jdbc.sql("select reply from deliveries where registration = :id and reply is not null order by id")
                .param("id", registration)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** What came of attempts that did not end with the mail accepted. */
    public List<String> attempts(UUID registration) {
        return jdbc.sql("""
                select a.outcome from attempts a join deliveries d on d.id = a.delivery
                where d.registration = :id order by a.number
                """)
                .param("id", registration)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** How many deliveries are not finished. */
    public long unfinished() {
        return jdbc.sql("select count(*) from deliveries where status in ('QUEUED', 'SENDING')")
                .query(Long.class)
                .single();
    }

    /** What was noticed and is not passed on to everyone yet. */
    public long unfinishedNotices() {
        return jdbc.sql("select count(*) from notices where not finished")
                .query(Long.class)
                .single();
    }
}
