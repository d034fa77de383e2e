package museum.atrium.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbox table as the relay sees it: what is committed and not yet acknowledged by the broker. */
class WaitingEvents {

    /** "outb": sets these advisory locks apart from any that a service may take itself. */
    private static final int LOCKS = 0x6f757462;

    private final JdbcClient jdbc;

    WaitingEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Locks, until the end of the transaction, up to half of the buckets among those that hold events and that no other
     * relay holds, so that two relays share a backlog.
     *
     * @param first the bucket to begin with; callers rotate it so that every bucket gets its turn
     */
    List<Integer> lockBuckets(int first) {
        return jdbc.sql("""
                select waiting.number
                from (select possible.number
                      from generate_series(0, :count - 1) as possible (number)
                      where exists (select from outbox where outbox.bucket = possible.number::smallint)
                      order by (possible.number - :first + :count) % :count
                      offset 0) as waiting
                where pg_try_advisory_xact_lock(:locks, waiting.number)
                limit :count / 2
                """)
                .param("count", Bucket.COUNT)
                .param("first", first)
                .param("locks", LOCKS)
                .query((row, number) -> row.getInt("number"))
                .list();
    }

    /**
     * The oldest events of each of these buckets, in their order. Must be a statement of its own after {@link #lockBuckets}: only a snapshot taken
     * once the locks are held no longer shows what their last holder has sent.
     *
     * @param without keys to be passed over
     */
    List<StoredEvent> oldest(List<Integer> buckets, Set<String> without, int most, long mostBytes) {
        return jdbc.sql("""
                select id, event_id, topic, key, type, payload, created_at
                from (select head.*, sum(octet_length(payload)) over (order by id) - octet_length(payload) as before
                      from unnest(:buckets::smallint[]) as mine (bucket)
                      cross join lateral (
                          select * from outbox
                          where outbox.bucket = mine.bucket and key <> all (:without::text[])
                          order by id
                          limit :mostOfEach) as head) as bounded
                where coalesce(before, 0) < :mostBytes
                order by id
                """)
                .param("buckets", buckets.toArray(Integer[]::new))
                .param("without", without.toArray(String[]::new))
                .param("mostOfEach", Math.max(1, most / buckets.size()))
                .param("mostBytes", mostBytes)
                .query((row, number) -> storedEvent(row))
                .list();
    }

    void delete(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("delete from outbox where id = any (:ids)")
                    .param("ids", ids.toArray(Long[]::new))
                    .update();
        }
    }

    private static StoredEvent storedEvent(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("id"),
                row.getObject("event_id", UUID.class),
                row.getString("topic"),
                row.getString("key"),
                row.getString("type"),
                row.getString("payload"),
                row.getTimestamp("created_at").toInstant());
    }
}
