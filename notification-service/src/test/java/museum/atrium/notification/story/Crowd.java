package museum.atrium.notification.story;

import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** More people than would be told of one by one in a test's time: they are in the database as if they had been. */
@TestComponent
public class Crowd {

    private final JdbcClient jdbc;

    Crowd(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Confirmed yesterday, and they have their confirmations. */
    public List<UUID> joins(UUID activity, int size) {
        return join(activity, size, "{}");
    }

    /** The same before the activity is known: once it is, each is owed a confirmation. */
    public List<UUID> waitsFor(UUID activity, int size) {
        jdbc.sql("insert into activities (id) values (:activity)")
                .param("activity", activity)
                .update();
        return join(activity, size, "{\"confirmed\": 1}");
    }

    private List<UUID> join(UUID activity, int size, String occasions) {
        return jdbc.sql("""
                with people as (
                    insert into registrations
                        (id, activity, revision, status, registered_at, confirmed_at, occasions, audience_since)
                    select gen_random_uuid(), :activity, 1, 'CONFIRMED', now() - interval '1 day',
                           now() - interval '1 day', :occasions::jsonb, nextval('arrivals')
                    from generate_series(1, :size)
                    returning id
                )
                insert into contacts (registration, email, address_key, name, language, time_zone)
                select id, 'p-' || id || '@example.org', 'p-' || id || '@example.org', 'Somebody', 'en', 'Europe/Paris' from people
                returning registration
                """)
                .param("activity", activity)
                .param("size", size)
                .param("occasions", occasions)
                .query((row, number) -> row.getObject("registration", UUID.class))
                .list();
    }
}
