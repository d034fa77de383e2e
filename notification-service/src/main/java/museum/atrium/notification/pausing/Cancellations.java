package museum.atrium.notification.pausing;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is being cancelled: senders respect it at once, the waiting mails are gone through some at a time. */
@Repository
class Cancellations {

    /**
     * @param round how often all have been gone through
     * @param reached how far it came in this round
     * @param someLeft whether senders had some of those in hand
     */
    record Cancellation(
            long id, UUID activity, int round, @Nullable UUID reached, boolean someLeft) {

        Cancellation upTo(UUID registration, boolean someLeft) {
            return new Cancellation(id, activity, round, registration, someLeft);
        }

        Cancellation nextRound() {
            return new Cancellation(id, activity, round + 1, null, false);
        }
    }

    private final JdbcClient jdbc;

    Cancellations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Of an activity, or of each that has any. What senders have in hand may come back, and is then cancelled, too.
     *
     * @return how many wait
     */
    long begin(@Nullable UUID activity) {
        return jdbc.sql("""
                with unsent as (
                    select registration, true as waits from deliveries where queued or held_for is not null
                    union all
                    select d.registration, false
                    from claims c
                    cross join unnest(c.deliveries) as claimed (id)
                    join deliveries d on d.id = claimed.id and d.status = 'SENDING'
                ), concerned as (
                    select r.activity, count(*) filter (where unsent.waits) as number
                    from unsent
                    join registrations r on r.id = unsent.registration
                    where r.activity is not null and (:activity::uuid is null or r.activity = :activity::uuid)
                    group by r.activity
                ), begun as (
                    insert into cancellations (activity, planned_until)
                    select activity, now() from concerned
                )
                select coalesce(sum(number), 0) from concerned
                """)
                .param("activity", activity, Types.OTHER)
                .query(Long.class)
                .single();
    }

    /** One that no other instance is at work on; it is held until the transaction ends. */
    Optional<Cancellation> next() {
        return jdbc.sql("""
                select id, activity, round, reached, some_left from cancellations
                order by round, id
                limit 1
                for update skip locked
                """)
                .query((row, number) -> new Cancellation(
                        row.getLong("id"),
                        row.getObject("activity", UUID.class),
                        row.getInt("round"),
                        row.getObject("reached", UUID.class),
                        row.getBoolean("some_left")))
                .optional();
    }

    List<UUID> audience(Cancellation of, int most) {
        return jdbc.sql("""
                select id from registrations
                where activity = :activity and (:reached::uuid is null or id > :reached::uuid)
                order by id
                limit :most
                """)
                .param("activity", of.activity())
                .param("reached", of.reached(), Types.OTHER)
                .param("most", most)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** @return whether some were left, because somebody else was at work on them */
    boolean cancel(Cancellation of, List<UUID> registrations) {
        jdbc.sql("""
                with waiting as (
                    select d.id
                    from deliveries d
                    join cancellations c on c.id = :cancellation
                    where d.registration = any(:registrations) and d.status in ('QUEUED', 'HELD')
                      and d.planned_at <= c.planned_until
                    for update of d skip locked
                )
                update deliveries d
                set status = 'CANCELLED', queued = false, held_for = null, finished_at = now(),
                    reason = 'cancelled by an organiser'
                from waiting
                where d.id = waiting.id
                """)
                .param("cancellation", of.id())
                .param("registrations", registrations.toArray(UUID[]::new))
                .update();
        return jdbc.sql("""
                select exists (
                    select from deliveries d
                    join cancellations c on c.id = :cancellation
                    where d.registration = any(:registrations) and d.status in ('QUEUED', 'HELD', 'SENDING')
                      and d.planned_at <= c.planned_until)
                """)
                .param("cancellation", of.id())
                .param("registrations", registrations.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    void remember(Cancellation cancellation) {
        jdbc.sql("update cancellations set round = :round, reached = :reached, some_left = :left where id = :id")
                .param("round", cancellation.round())
                .param("reached", cancellation.reached(), Types.OTHER)
                .param("left", cancellation.someLeft())
                .param("id", cancellation.id())
                .update();
    }

    /** Those who lined up for the pace of a domain do not come back: the lines begin anew, or others would wait behind nobody. */
    void end(Cancellation cancellation) {
        jdbc.sql("delete from cancellations where id = :id")
                .param("id", cancellation.id())
                .update();
        jdbc.sql("""
                update paces
                set transactional_until = '-infinity', time_critical_until = '-infinity', bulk_until = '-infinity'
                where name in (select name from paces order by name for update)
                """).update();
    }
}
