package museum.atrium.registration.privacy;

import java.util.List;
import java.util.UUID;
import museum.atrium.registration.programme.ActivityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where an address is known. */
@Repository
class Traces {

    private final JdbcClient database;

    Traces(JdbcClient database) {
        this.database = database;
    }

    /** Activities and series, in the order in which activities are locked. */
    List<ActivityId> of(String addressKey) {
        return database.sql("""
                select activity_id from registration where email_key = :key
                union select activity_id from speaker_invitation where email_key = :key
                union select activity_id from invitation_code where email_key = :key
                order by activity_id
                """)
                .param("key", addressKey)
                .query((row, number) -> new ActivityId(row.getObject("activity_id", UUID.class)))
                .list();
    }
}
