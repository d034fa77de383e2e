package museum.atrium.registration.statistics;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.UUID;
import museum.atrium.registration.programme.ActivityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many signed up, and when; what only waits to take over another registration is none of its own. */
@Repository
class SignUpCounts {

    /** Days begin at a quarter of an hour in every zone: so they are made of quarters here, by the zones that we know. */
    private static final String COUNTED = """
            select case when grouping(status) = 0 then 'STATUS' when grouping(country) = 0 then 'COUNTRY'
                when grouping(language) = 0 then 'LANGUAGE' else 'QUARTER' end as grouped_by,
              coalesce(status, country, language) as name, quarter, count(*) as everyone,
              count(*) filter (where status = 'CANCELLED') as cancelled,
              count(*) filter (where status = 'CONFIRMED' and cardinality(attended) > 0) as attended
            from (
              select status, country, language, attended,
                date_bin('15 minutes', registered_at, timestamptz '2000-01-01T00:00:00Z') as quarter
              from registration
              where activity_id = :activity and takes_over is null and (:ids::uuid[] is null or id = any(:ids))) as registered
            group by grouping sets ((status), (country), (language), (quarter))
            """;

    private final JdbcClient database;

    SignUpCounts(JdbcClient database) {
        this.database = database;
    }

    SignUps of(ActivityId activity) {
        return new SignUps(database.sql(
                        "select grouped_by, name, quarter, sum(everyone) as everyone, sum(cancelled) as cancelled,"
                                + " sum(attended) as attended from (" + COUNTED + """
                                union all
                                select grouped_by, name, quarter, everyone, cancelled, attended from kept_sign_ups
                                where activity_id = :activity) as counted
                                group by grouped_by, name, quarter
                                """)
                .param("activity", activity.value())
                .param("ids", null, Types.ARRAY)
                .query((row, number) -> {
                    OffsetDateTime quarter = row.getObject("quarter", OffsetDateTime.class);
                    return new SignUps.Group(
                            SignUps.By.valueOf(row.getString("grouped_by")),
                            row.getString("name"),
                            quarter == null ? null : quarter.toInstant(),
                            row.getInt("everyone"),
                            row.getInt("cancelled"),
                            row.getInt("attended"));
                })
                .list());
    }

    void keep(ActivityId activity, UUID[] registrations) {
        database.sql("insert into kept_sign_ups as kept select :activity, counted.* from (" + COUNTED + """
                        ) as counted
                        where counted.everyone > 0
                        on conflict (activity_id, grouped_by, name, quarter) do update set
                          everyone = kept.everyone + excluded.everyone, cancelled = kept.cancelled + excluded.cancelled,
                          attended = kept.attended + excluded.attended
                        """)
                .param("activity", activity.value())
                .param("ids", registrations)
                .update();
    }
}
