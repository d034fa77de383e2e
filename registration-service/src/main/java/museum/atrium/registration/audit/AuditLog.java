package museum.atrium.registration.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What was noted, newest first. */
@Repository
class AuditLog {

    private final JdbcClient database;
    private final JsonMapper json;

    AuditLog(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A null does not narrow it.
     *
     * @param activity the slug of an activity or series
     * @param account its id
     * @param until not included
     * @param before the last entry of the page before
     */
    record Query(
            @Nullable String activity,
            @Nullable String account,
            @Nullable Instant from,
            @Nullable Instant until,
            int limit,
            @Nullable Long before) {}

    List<AuditEntry> find(Query query) {
        return database.sql("""
                select e.*, a.slug as activity from audit_entry e left join activity a on a.id = e.activity_id
                where (:activity::text is null or e.activity_id = (select id from activity where slug = :activity))
                  and (:account::text is null or e.account = :account)
                  and (:from::timestamptz is null or e.at >= :from)
                  and (:until::timestamptz is null or e.at < :until)
                  and (:before::bigint is null or e.id < :before)
                order by e.id desc limit :limit
                """)
                .param("activity", query.activity(), Types.VARCHAR)
                .param("account", query.account(), Types.VARCHAR)
                .param("from", offset(query.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("until", offset(query.until()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("before", query.before(), Types.BIGINT)
                .param("limit", query.limit())
                .query(this::entry)
                .list();
    }

    private AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("account"),
                row.getString("account_name"),
                row.getString("action"),
                new Target(
                        Target.Kind.valueOf(row.getString("target_kind")),
                        row.getObject("target_id", UUID.class),
                        row.getString("target_slug")),
                row.getString("activity"),
                json.readTree(row.getString("changes")));
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
