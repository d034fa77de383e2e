package museum.atrium.registration.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import museum.atrium.http.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of messages, and telling them once more. */
@Repository
class Deliveries {

    private final JdbcClient database;
    private final Clock clock;

    Deliveries(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Newest first.
     *
     * @param before the last delivery of the page before; null: from the newest
     */
    List<ListedDelivery> page(UUID webhook, Set<DeliveryStatus> statuses, int limit, @Nullable Long before) {
        return database.sql("""
                select d.*, m.type, m.created_at from webhook_delivery d join webhook_message m on m.id = d.message_id
                where d.webhook_id = :webhook and d.status = any(:statuses::text[])
                  and (:before::bigint is null or d.id < :before)
                order by d.id desc limit :limit
                """)
                .param("webhook", webhook)
                .param("statuses", statuses.stream().map(Enum::name).toArray(String[]::new))
                .param("before", before, Types.BIGINT)
                .param("limit", limit)
                .query(Deliveries::delivery)
                .list();
    }

    /** @throws Refusal 404 if there is none */
    ListedDelivery existing(UUID webhook, long id) {
        return database.sql("""
                select d.*, m.type, m.created_at from webhook_delivery d join webhook_message m on m.id = d.message_id
                where d.webhook_id = :webhook and d.id = :id
                """)
                .param("webhook", webhook)
                .param("id", id)
                .query(Deliveries::delivery)
                .optional()
                .orElseThrow(() -> Refusal.notFound(
                        "The webhook " + webhook + " has no delivery " + id + ", or it is forgotten by now."));
    }

    /** An attempt that is under way does not count any more. */
    void again(long id) {
        database.sql("""
                update webhook_delivery
                set status = 'PENDING', attempts = 0, next_attempt_at = :now, claim = null, claimed_until = null
                where id = :id
                """).param("id", id).param("now", now()).update();
    }

    /**
     * Everything since then that the webhook wants, also what it missed while it was disabled.
     *
     * @return how many
     */
    int againSince(UUID webhook, Instant since) {
        return database.sql("""
                insert into webhook_delivery (webhook_id, message_id, status, next_attempt_at)
                select w.id, m.id, 'PENDING', :now
                from webhook w join webhook_message m on w.events is null or m.type = any(w.events)
                where w.id = :webhook and m.created_at >= :since and m.type <> :test
                order by m.created_at, m.id
                on conflict (message_id, webhook_id) do update
                set status = 'PENDING', attempts = 0, next_attempt_at = :now, claim = null, claimed_until = null
                """)
                .param("webhook", webhook)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("test", Replaying.TEST)
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ListedDelivery delivery(ResultSet row, int number) throws SQLException {
        return new ListedDelivery(
                row.getLong("id"),
                row.getObject("message_id", UUID.class),
                row.getString("type"),
                DeliveryStatus.valueOf(row.getString("status")),
                row.getInt("attempts"),
                row.getObject("status_code", Integer.class),
                row.getString("error"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "last_attempt_at"),
                instant(row, "next_attempt_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
