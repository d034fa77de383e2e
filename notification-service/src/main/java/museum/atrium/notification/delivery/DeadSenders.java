package museum.atrium.notification.delivery;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes over what senders left that do not renew their claims. Whether such a mail was sent nobody knows; it is sent
 * again with the same Message-ID.
 */
@Component
class DeadSenders {

    private static final Logger log = LoggerFactory.getLogger(DeadSenders.class);

    /** A mail keeps its place in the queue, unless it has failed that often: it may be what ends its senders. */
    private static final int SPARED = 3;

    private final JdbcClient jdbc;
    private Map<Long, OffsetDateTime> seen = Map.of();

    DeadSenders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A claim is taken over at the second look that finds it expired: after an outage of the database all of them are,
     * and their living senders renew them first.
     *
     * @return how many deliveries are waiting again
     */
    @Transactional
    public int takeOver() {
        Map<Long, OffsetDateTime> expired = expired();
        List<Long> dead = expired.entrySet().stream()
                .filter(claim -> claim.getValue().equals(seen.get(claim.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        seen = expired;
        if (dead.isEmpty()) {
            return 0;
        }
        int waiting = takeOver(dead);
        log.warn("A sender left {} mails unfinished; they are sent again with the same Message-ID", waiting);
        return waiting;
    }

    private Map<Long, OffsetDateTime> expired() {
        record Expired(long id, OffsetDateTime leaseUntil) {}
        return jdbc
                .sql("select id, lease_until from claims where lease_until < now()")
                .query((row, number) ->
                        new Expired(row.getLong("id"), row.getObject("lease_until", OffsetDateTime.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Expired::id, Expired::leaseUntil));
    }

    private int takeOver(List<Long> claims) {
        return jdbc.sql("""
                with dead as (
                    delete from claims where id in (:claims) and lease_until < now() returning id, deliveries
                ), member as (
                    select dead.id as claim, unnest(dead.deliveries) as delivery from dead
                ), back as (
                    update deliveries d
                    set queued = true, status = 'QUEUED', claim = null, attempts = attempts + 1,
                        first_due_at = coalesce(first_due_at, due_at),
                        due_at = case when attempts < :spared then due_at else now() end
                    from member
                    where d.id = member.delivery and d.claim = member.claim and d.status = 'SENDING'
                    returning d.id, d.attempts
                )
                insert into attempts (delivery, number, at, outcome, reply)
                select id, attempts, now(), 'UNKNOWN', 'its sender stopped answering' from back
                """).param("claims", claims).param("spared", SPARED).update();
    }
}
