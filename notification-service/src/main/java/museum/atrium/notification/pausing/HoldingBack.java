package museum.atrium.notification.pausing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes out of a claim what is paused or cancelled. The queue does not know it: what is paused is parked once it is claimed. */
@Component
public class HoldingBack {

    private final JdbcClient jdbc;
    private final Standstill standstill;

    HoldingBack(JdbcClient jdbc, Standstill standstill) {
        this.jdbc = jdbc;
        this.standstill = standstill;
    }

    /** @return those of these deliveries of that claim that are not to be sent, and have been recorded as such */
    @Transactional
    public Set<Long> from(Collection<Long> deliveries, long claim) {
        if (!standstill.isPartial()) {
            return Set.of();
        }
        List<Long> taken = new ArrayList<>(cancel(deliveries, claim));
        taken.addAll(park(deliveries, claim));
        return new HashSet<>(taken);
    }

    private List<Long> cancel(Collection<Long> deliveries, long claim) {
        return jdbc.sql("""
                update deliveries d
                set status = 'CANCELLED', claim = null, finished_at = now(), reason = 'cancelled by an organiser'
                from registrations r
                where d.id = any(:deliveries) and d.claim = :claim and d.status = 'SENDING' and r.id = d.registration
                  and exists (
                      select from cancellations c where c.activity = r.activity and d.planned_at <= c.planned_until)
                returning d.id
                """)
                .param("deliveries", deliveries.toArray(Long[]::new))
                .param("claim", claim)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    /** A pause that is ended at this moment is locked until then, so that nothing is parked for it after its end. */
    private List<Long> park(Collection<Long> deliveries, long claim) {
        return jdbc.sql("""
                with claimed as (
                    select d.id, r.activity
                    from deliveries d
                    join registrations r on r.id = d.registration
                    where d.id = any(:deliveries)
                ), paused as (
                    select activity from pauses
                    where activity in (select activity from claimed) and not lifted
                    for share
                )
                update deliveries d
                set status = 'HELD', held_for = claimed.activity, claim = null
                from claimed
                join paused on paused.activity = claimed.activity
                where d.id = claimed.id and d.claim = :claim and d.status = 'SENDING'
                returning d.id
                """)
                .param("deliveries", deliveries.toArray(Long[]::new))
                .param("claim", claim)
                .query((row, number) -> row.getLong("id"))
                .list();
    }
}
