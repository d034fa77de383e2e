package museum.atrium.notification.rights;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where activities are at home, as their events told it. */
@Repository
public class Homes {

    private final JdbcClient jdbc;

    Homes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The activity that has this slug. */
    public Optional<UUID> activity(String slug) {
        return jdbc.sql("select id from activities where slug = :slug order by revision desc limit 1")
                .param("slug", slug)
                .query(UUID.class)
                .optional();
    }

    public Optional<Home> ofRegistration(UUID registration) {
        return jdbc.sql("select activity from registrations where id = :registration and activity is not null")
                .param("registration", registration)
                .query(UUID.class)
                .optional()
                .flatMap(this::ofActivity);
    }

    public Optional<Home> ofActivity(UUID activity) {
        return jdbc.sql("""
                select case when a.kind = 'SERIES' then a.slug else s.slug end as series,
                       coalesce(own.slug, of_series.slug) as network
                from activities a
                left join activities s on s.id = a.series
                left join networks own on own.id = a.network
                left join networks of_series on of_series.id = s.network
                where a.id = :activity
                """)
                .param("activity", activity)
                .query((row, number) -> new Home(row.getString("series"), row.getString("network")))
                .optional();
    }
}
