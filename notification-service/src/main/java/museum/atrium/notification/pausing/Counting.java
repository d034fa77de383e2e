package museum.atrium.notification.pausing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what waits. */
@Repository
class Counting {

    private final JdbcClient jdbc;

    Counting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Waiting waiting() {
        return jdbc.sql("""
                with counted as (
                    select lane, count(*) as number from deliveries where queued group by lane
                    union all
                    select lane, count(*) from deliveries where held_for is not null group by lane
                )
                select coalesce(sum(number) filter (where lane = 0), 0) as transactional,
                       coalesce(sum(number) filter (where lane = 1), 0) as time_critical,
                       coalesce(sum(number) filter (where lane = 2), 0) as bulk
                from counted
                """)
                .query((row, number) ->
                        new Waiting(row.getLong("transactional"), row.getLong("time_critical"), row.getLong("bulk")))
                .single();
    }
}
