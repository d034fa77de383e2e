package museum.atrium.registration.statistics;

import java.math.BigDecimal;
import java.sql.Types;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.SessionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many chose each session, wait for it, and came. */
@Repository
class SessionCounts {

    private static final String COUNTED = """
            (with audience as (
              select id, status, session_ids from registration
              where activity_id = :activity and takes_over is null and status in ('CONFIRMED', 'WAITLISTED')
                and (:ids::uuid[] is null or id = any(:ids))),
            choice as (
              select chosen.session, count(*) filter (where status = 'CONFIRMED') as confirmed,
                count(*) filter (where status = 'WAITLISTED') as waiting
              from audience cross join unnest(coalesce(session_ids, '{null}')) as chosen (session)
              group by chosen.session),
            came as (
              select a.session_id, count(*) as people, count(a.minutes) as known, sum(a.minutes) as minutes
              from audience r join attendance a on a.registration_id = r.id
              where r.status = 'CONFIRMED' and (r.session_ids is null or a.session_id = any(r.session_ids))
              group by a.session_id)
            select s.id as session, coalesce(one.confirmed, 0) + coalesce(every.confirmed, 0) as chosen,
              coalesce(one.waiting, 0) + coalesce(every.waiting, 0) as waiting, coalesce(came.people, 0) as attended,
              coalesce(came.known, 0) as known, coalesce(came.minutes, 0) as minutes
            from session s
            left join choice one on one.session = s.id
            left join choice every on every.session is null
            left join came on came.session_id = s.id
            where s.activity_id = :activity)
            """;

    private final JdbcClient database;

    SessionCounts(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param attended of those who have a place
     * @param averageMinutes of those whose minutes are known
     */
    record Count(
            SessionId session,
            int chosen,
            int waiting,
            int attended,
            int minutesKnown,
            @Nullable BigDecimal averageMinutes) {

        static Count nobody(SessionId session) {
            return new Count(session, 0, 0, 0, 0, null);
        }
    }

    /** Every choice is counted once: who chose all is not looked at for each session. */
    Map<SessionId, Count> of(ActivityId activity) {
        return database
                .sql("""
                select session, sum(chosen) as chosen, sum(waiting) as waiting, sum(attended) as attended,
                  sum(known) as known, round(sum(minutes) / nullif(sum(known), 0), 1) as average
                from (""" + COUNTED + """
                  union all
                  select k.session_id, k.chosen, k.waiting, k.attended, k.known, k.minutes
                  from kept_attendance k join session s on s.id = k.session_id where s.activity_id = :activity) as counted
                group by session
                """)
                .param("activity", activity.value())
                .param("ids", null, Types.ARRAY)
                .query((row, number) -> new Count(
                        new SessionId(row.getObject("session", UUID.class)),
                        row.getInt("chosen"),
                        row.getInt("waiting"),
                        row.getInt("attended"),
                        row.getInt("known"),
                        row.getBigDecimal("average")))
                .list()
                .stream()
                .collect(Collectors.toMap(Count::session, Function.identity()));
    }

    void keep(ActivityId activity, UUID[] registrations) {
        database.sql("insert into kept_attendance as kept select * from (" + COUNTED + """
                        ) as counted
                        where chosen + waiting > 0
                        on conflict (session_id) do update set
                          chosen = kept.chosen + excluded.chosen, waiting = kept.waiting + excluded.waiting,
                          attended = kept.attended + excluded.attended, known = kept.known + excluded.known,
                          minutes = kept.minutes + excluded.minutes
                        """)
                .param("activity", activity.value())
                .param("ids", registrations)
                .update();
    }
}
