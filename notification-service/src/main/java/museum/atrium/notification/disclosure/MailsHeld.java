package museum.atrium.notification.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails of a registration, planned, sent and given up; as many as an event can hold. */
@Repository
class MailsHeld {

    private static final int MOST_MAILS = 300;
    private static final int MOST_ATTEMPTS = 5;

    private record Attempt(long delivery, Held.FailedAttempt failed) {}

    private final JdbcClient jdbc;

    MailsHeld(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int count(UUID registration) {
        return jdbc.sql("select count(*) from deliveries where registration = :id")
                .param("id", registration)
                .query(Integer.class)
                .single();
    }

    List<Held.Mail> newest(UUID registration) {
        Map<Long, List<Held.FailedAttempt>> attempts = attempts(registration);
        return jdbc.sql("""
                select id, kind, about, distance, revision, status, reason, planned_at, due_at, finished_at, attempts,
                       reply is not null as reply_kept
                from deliveries where registration = :id order by id desc limit :most
                """)
                .param("id", registration)
                .param("most", MOST_MAILS)
                .query((row, number) -> mail(row, attempts.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private Map<Long, List<Held.FailedAttempt>> attempts(UUID registration) {
        return jdbc
                .sql("""
                select delivery, at, outcome, reply_kept from (
                    select a.delivery, a.at, a.outcome, a.reply is not null as reply_kept,
                           row_number() over (partition by a.delivery order by a.number desc) as place
                    from attempts a join deliveries d on d.id = a.delivery
                    where d.registration = :id) as placed
                where place <= :most order by delivery, place
                """)
                .param("id", registration)
                .param("most", MOST_ATTEMPTS)
                .query((row, number) -> new Attempt(
                        row.getLong("delivery"),
                        new Held.FailedAttempt(
                                instant(row, "at"), row.getString("outcome"), row.getBoolean("reply_kept"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Attempt::delivery, Collectors.mapping(Attempt::failed, Collectors.toList())));
    }

    private static Held.Mail mail(ResultSet row, List<Held.FailedAttempt> attempts) throws SQLException {
        String distance = row.getString("distance");
        return new Held.Mail(
                row.getString("kind"),
                row.getObject("about", UUID.class),
                distance.isEmpty() ? null : distance,
                row.getLong("revision"),
                row.getString("status"),
                row.getString("reason"),
                instant(row, "planned_at"),
                instant(row, "due_at"),
                nullableInstant(row, "finished_at"),
                row.getInt("attempts"),
                row.getBoolean("reply_kept"),
                attempts);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant nullableInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
