package museum.atrium.registration.statistics;

import java.time.OffsetDateTime;
import museum.atrium.registration.programme.ActivityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many signed up, and when; what only waits to take over another registration is none of its own. */
@Repository
class SignUpCounts {

    private final JdbcClient database;

    SignUpCounts(JdbcClient database) {
        this.database = database;
    }

    /** Days begin at a quarter of an hour in every zone: so they are made of quarters here, by the zones that we know. */
    SignUps of(ActivityId activity) {
        return new SignUps(database.sql("""
                select case when grouping(status) = 0 then 'STATUS' when grouping(country) = 0 then 'COUNTRY'
                    when grouping(language) = 0 then 'LANGUAGE' else 'QUARTER' end as grouped_by,
                  coalesce(status, country, language) as name, quarter, count(*) as everyone,
                  count(*) filter (where status = 'CANCELLED') as cancelled,
                  count(*) filter (where status = 'CONFIRMED' and cardinality(attended) > 0) as attended
                from (
                  select status, country, language, attended,
                    date_bin('15 minutes', registered_at, timestamptz '2000-01-01T00:00:00Z') as quarter
                  from registration where activity_id = :activity and takes_over is null) as registered
                group by grouping sets ((status), (country), (language), (quarter))
                """)
                .param("activity", activity.value())
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
}
