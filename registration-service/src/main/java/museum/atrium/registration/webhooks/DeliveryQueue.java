package museum.atrium.registration.webhooks;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import museum.atrium.registration.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The deliveries that are due, shared by all instances. Claims run by the database's clock, which all of them share; they end by
 * themselves when their instance dies.
 */
@Repository
class DeliveryQueue {

    /** Under way to one webhook at a time, over all instances: a slow one holds up nobody but itself. */
    static final int MOST_AT_ONCE = 4;

    private final JdbcClient database;
    private final WebhookSettings settings;
    private final Ids ids;
    private final Clock clock;

    DeliveryQueue(JdbcClient database, WebhookSettings settings, Ids ids, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Of every webhook as many as it may have under way. */
    @Transactional
    public List<Claimed> claim() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        UUID[] webhooks = lockThoseWithDue(now);
        return webhooks.length == 0 ? List.of() : claim(webhooks, now);
    }

    /** Locked first and counted in the next statement, which sees what others claimed before. */
    private UUID[] lockThoseWithDue(OffsetDateTime now) {
        return database.sql("""
                select w.id from webhook w
                where w.disabled_at is null
                  and exists (select from webhook_delivery d
                    where d.webhook_id = w.id and d.status = 'PENDING' and d.next_attempt_at <= :now)
                order by w.id
                for no key update skip locked
                """).param("now", now).query(UUID.class).list().toArray(UUID[]::new);
    }

    private List<Claimed> claim(UUID[] webhooks, OffsetDateTime now) {
        return database.sql("""
                with next as (
                    select due.id
                    from webhook w
                    cross join lateral (
                        select d.id from webhook_delivery d
                        where d.webhook_id = w.id and d.status = 'PENDING' and d.next_attempt_at <= :now
                          and (d.claim is null or d.claimed_until < now())
                        order by d.next_attempt_at, d.id
                        limit greatest(0, :most - (select count(*) from webhook_delivery underway
                          where underway.webhook_id = w.id and underway.claim is not null and underway.claimed_until >= now()))
                        for update skip locked
                    ) due
                    where w.id = any(:webhooks::uuid[])
                )
                update webhook_delivery d
                set claim = :claim, claimed_until = now() + make_interval(secs => :seconds), attempts = d.attempts + 1,
                    last_attempt_at = :now
                from next, webhook w, webhook_message m
                where d.id = next.id and w.id = d.webhook_id and m.id = d.message_id
                returning d.id, d.claim, d.webhook_id, w.url, d.message_id, m.payload, d.attempts,
                  array(select s.sealed from webhook_secret s
                    where s.webhook_id = w.id and (s.expires_at is null or s.expires_at > :now)
                    order by s.created_at desc) as sealed
                """)
                .param("now", now)
                .param("most", MOST_AT_ONCE)
                .param("webhooks", webhooks)
                .param("claim", ids.next())
                .param("seconds", settings.lease().toMillis() / 1000.0)
                .query(DeliveryQueue::claimed)
                .list();
    }

    private static Claimed claimed(ResultSet row, int number) throws SQLException {
        return new Claimed(
                row.getLong("id"),
                row.getObject("claim", UUID.class),
                row.getObject("webhook_id", UUID.class),
                URI.create(row.getString("url")),
                row.getObject("message_id", UUID.class),
                row.getString("payload"),
                row.getInt("attempts"),
                List.of((byte[][]) row.getArray("sealed").getArray()));
    }
}
