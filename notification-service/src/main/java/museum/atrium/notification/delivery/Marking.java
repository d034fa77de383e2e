package museum.atrium.notification.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import museum.atrium.notification.suppression.Suppressions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes a group of marks in one transaction. */
@Component
class Marking {

    private final JdbcClient jdbc;
    private final Suppressions suppressions;

    Marking(JdbcClient jdbc, Suppressions suppressions) {
        this.jdbc = jdbc;
        this.suppressions = suppressions;
    }

    /** Marks are recorded once in effect, so that a group whose commit was not answered can be recorded again. */
    @Transactional
    public void record(List<Mark> group) {
        accepted(of(Mark.Accepted.class, group));
        for (Mark mark : group) {
            switch (mark) {
                case Mark.Accepted accepted -> {}
                case Mark.Again again -> again(again);
                case Mark.Failed failed -> failed(failed);
                case Mark.NobodyThere nobody -> {}
                case Mark.GivenBack givenBack -> givenBack(givenBack);
                case Mark.PutOff putOff -> putOff(putOff);
                case Mark.Done done -> {}
            }
        }
        done(of(Mark.Done.class, group));
        suppress(of(Mark.NobodyThere.class, group));
    }

    private static <M extends Mark> List<M> of(Class<M> type, List<Mark> group) {
        return group.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Whoever holds the claim by now: a mail that was accepted is not sent once more if that can be helped. */
    private void accepted(List<Mark.Accepted> marks) {
        if (marks.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update deliveries d
                set status = 'SENT', queued = false, claim = null, attempts = d.attempts + 1,
                    finished_at = m.at, reply = case when d.erased then null else m.reply end
                from unnest(:ids::bigint[], :times::timestamptz[], :replies::text[]) as m (id, at, reply)
                where d.id = m.id and d.status not in ('SENT', 'BOUNCED')
                """)
                .param("ids", array(marks, mark -> Long.toString(mark.delivery().id())))
                .param("times", array(marks, mark -> mark.at().toString()))
                .param("replies", array(marks, Mark.Accepted::reply))
                .update();
    }

    private void again(Mark.Again mark) {
        jdbc.sql("""
                with again as (
                    update deliveries
                    set status = 'QUEUED', queued = true, claim = null, attempts = attempts + 1,
                        first_due_at = coalesce(first_due_at, due_at), due_at = now() + make_interval(secs => :seconds)
                    where id = :id and claim = :claim and status = 'SENDING'
                    returning id, attempts, erased
                )
                insert into attempts (delivery, number, at, outcome, reply)
                select id, attempts, :at, :outcome, case when erased then null else :reply end from again
                """)
                .param("id", mark.delivery().id())
                .param("claim", mark.claim())
                .param("seconds", mark.after().toMillis() / 1000.0)
                .param("at", time(mark.at()))
                .param("outcome", mark.outcome())
                .param("reply", mark.reply())
                .update();
    }

    private void failed(Mark.Failed mark) {
        jdbc.sql("""
                update deliveries
                set status = 'FAILED', claim = null, attempts = attempts + 1, finished_at = :at,
                    reply = case when erased then null else :reply end, reason = :reason
                where id = :id and claim = :claim and status = 'SENDING'
                """)
                .param("id", mark.delivery().id())
                .param("claim", mark.claim())
                .param("at", time(mark.at()))
                .param("reply", mark.reply())
                .param("reason", mark.reason())
                .update();
    }

    private void givenBack(Mark.GivenBack mark) {
        jdbc.sql("""
                update deliveries set status = 'QUEUED', queued = true, claim = null
                where id = any(:ids::bigint[]) and claim = :claim and status = 'SENDING'
                """)
                .param("ids", array(mark.deliveries(), delivery -> Long.toString(delivery.id())))
                .param("claim", mark.claim())
                .update();
    }

    private void putOff(Mark.PutOff mark) {
        jdbc.sql("""
                update deliveries d
                set status = 'QUEUED', queued = true, claim = null, paced = true,
                    first_due_at = coalesce(d.first_due_at, d.due_at), due_at = now() + make_interval(secs => m.seconds)
                from unnest(:ids::bigint[], :seconds::float8[]) as m (id, seconds)
                where d.id = m.id and d.claim = :claim and d.status = 'SENDING'
                """)
                .param("ids", array(List.copyOf(mark.after().keySet()), delivery -> Long.toString(delivery.id())))
                .param(
                        "seconds",
                        array(List.copyOf(mark.after().values()), after -> Double.toString(after.toMillis() / 1000.0)))
                .param("claim", mark.claim())
                .update();
    }

    /** Each holds its address until the end: all senders in the same order. */
    private void suppress(List<Mark.NobodyThere> marks) {
        marks.stream()
                .sorted(Comparator.comparing(Mark.NobodyThere::addressKey))
                .forEach(mark -> suppressions.bounced(
                        mark.addressKey(), mark.reply(), mark.delivery().id()));
    }

    private void done(List<Mark.Done> marks) {
        if (marks.isEmpty()) {
            return;
        }
        jdbc.sql("delete from claims where id = any(:claims::bigint[])")
                .param("claims", array(marks, mark -> Long.toString(mark.claim())))
                .update();
    }

    private static <T> String[] array(List<T> of, Function<T, String> text) {
        return of.stream().map(text).toArray(String[]::new);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
