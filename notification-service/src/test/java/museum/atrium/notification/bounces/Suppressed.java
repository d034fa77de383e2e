package museum.atrium.notification.bounces;

import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose addresses are suppressed, and why. */
@TestComponent
public class Suppressed {

    private final JdbcClient jdbc;

    Suppressed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<String> repliesFor(long delivery) {
        return jdbc.sql("select reply from suppressions where delivery = :delivery and cause = 'BOUNCED'")
                .param("delivery", delivery)
                .query((row, number) -> row.getString("reply"))
                .list();
    }
}
