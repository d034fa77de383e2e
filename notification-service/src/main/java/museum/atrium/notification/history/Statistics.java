package museum.atrium.notification.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many mails of each kind stand where. */
@Repository
class Statistics {

    /** @param unsubscribed of those dropped */
    record OfKind(
            String kind,
            long queued,
            long held,
            long sending,
            long sent,
            long dropped,
            long failed,
            long cancelled,
            long bounced,
            long unsubscribed) {}

    private final JdbcClient jdbc;

    Statistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param activity null for all */
    List<OfKind> count(@Nullable UUID activity) {
        return jdbc.sql("""
                select kind,
                       count(*) filter (where status = 'QUEUED') as queued,
                       count(*) filter (where status = 'HELD') as held,
                       count(*) filter (where status = 'SENDING') as sending,
                       count(*) filter (where status = 'SENT') as sent,
                       count(*) filter (where status = 'DROPPED') as dropped,
                       count(*) filter (where status = 'FAILED') as failed,
                       count(*) filter (where status = 'CANCELLED') as cancelled,
                       count(*) filter (where status = 'BOUNCED') as bounced,
                       count(*) filter (where status = 'DROPPED' and reason = 'unsubscribed') as unsubscribed
                from deliveries
                where :activity::uuid is null
                   or registration in (select id from registrations where activity = :activity)
                group by kind
                order by kind
                """)
                .param("activity", activity)
                .query((row, number) -> ofKind(row))
                .list();
    }

    private static OfKind ofKind(ResultSet row) throws SQLException {
        return new OfKind(
                row.getString("kind"),
                row.getLong("queued"),
                row.getLong("held"),
                row.getLong("sending"),
                row.getLong("sent"),
                row.getLong("dropped"),
                row.getLong("failed"),
                row.getLong("cancelled"),
                row.getLong("bounced"),
                row.getLong("unsubscribed"));
    }
}
