package museum.atrium.notification.pausing;

import java.sql.Types;
import java.util.UUID;
import museum.atrium.http.account.OrganizerAccount;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what, for good. */
@Repository
class Interventions {

    enum What {
        PAUSED,
        RESUMED,
        CANCELLED
    }

    private static final Logger log = LoggerFactory.getLogger(Interventions.class);

    private final JdbcClient jdbc;

    Interventions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(What what, @Nullable UUID activity, OrganizerAccount account) {
        long id = jdbc.sql("""
                insert into interventions (what, activity, account, organizer)
                values (:what, :activity, :account, :organizer)
                returning id
                """)
                .param("what", what.name())
                .param("activity", activity, Types.OTHER)
                .param("account", account.id())
                .param("organizer", account.name())
                .query(Long.class)
                .single();
        // Who it was stands in the table: an account may be a person's address.
        log.info("The mails of {} were {} (intervention {})", activity == null ? "all activities" : activity, what, id);
    }
}
