package museum.atrium.notification.story;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which statements of the service wait for a lock that a test holds: it is then at exactly that instant. */
@TestComponent
public class Waits {

    private final JdbcClient jdbc;

    Waits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean forALock(String partOfTheStatement) {
        return jdbc.sql("""
                select exists (
                    select from pg_stat_activity
                    where datname = current_database() and wait_event_type = 'Lock'
                      and position(:statement in query) > 0)
                """)
                .param("statement", partOfTheStatement)
                .query(Boolean.class)
                .single();
    }
}
