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

    /** Of a registration, or of an invitation to speak. */
    List<ActivityId> ofRegistration(UUID id) {
        return database.sql("""
                select activity_id from registration where id = :id
                union select activity_id from speaker_invitation where id = :id
                """)
                .param("id", id)
                .query((row, number) -> new ActivityId(row.getObject("activity_id", UUID.class)))
                .list();
    }

    /** Nothing of these comes or goes until the transaction ends. They are in the order in which activities are locked. */
    void hold(List<ActivityId> activities) {
        database.sql("select id from activity where id = any(:ids) order by id for share")
                .param("ids", activities.stream().map(ActivityId::value).toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Registrations and invitations to speak, of every state. */
    List<UUID> registrations(String addressKey) {
        return database.sql("""
                select id from registration where email_key = :key
                union select id from speaker_invitation where email_key = :key
                order by id
                """)
                .param("key", addressKey)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Invitation codes that admit this address alone. */
    List<UUID> codes(String addressKey) {
        return database.sql("select id from invitation_code where email_key = :key order by id")
                .param("key", addressKey)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }
}
