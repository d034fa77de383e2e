package museum.atrium.registration.programme;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The published activities of one series. Of a series with more than can be shown at once, the programme has the rest. */
@Component
public class SeriesProgramme {

    private static final int MOST = 200;

    private static final String UPCOMING = """
            select id from activity
            where series_id = :series and status <> 'DRAFT' and (ends_at is null or ends_at > :now)
            order by starts_at nulls last, id limit :most
            """;
    private static final String PAST = """
            select id from activity
            where series_id = :series and status <> 'DRAFT' and ends_at <= :now
            order by starts_at desc, id desc limit :most
            """;

    private final JdbcClient database;
    private final Activities activities;

    SeriesProgramme(JdbcClient database, Activities activities) {
        this.database = database;
        this.activities = activities;
    }

    /** What is not over, earliest first, then what has no date yet. */
    public List<Activity> upcoming(ActivityId series, Instant now) {
        return select(UPCOMING, series, now);
    }

    /** Newest first. */
    public List<Activity> past(ActivityId series, Instant now) {
        return select(PAST, series, now);
    }

    private List<Activity> select(String sql, ActivityId series, Instant now) {
        return activities.findAll(database.sql(sql)
                .param("series", series.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list());
    }
}
