package museum.atrium.recording.audience;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class KnownRegistrations {

    private final JdbcClient database;

    KnownRegistrations(JdbcClient database) {
        this.database = database;
    }

    public Optional<KnownRegistration> find(UUID id) {
        return database.sql("select * from registration where id = :id")
                .param("id", id)
                .query(KnownRegistrations::read)
                .optional();
    }

    /** As registration-service names it. */
    public Optional<String> statusOf(UUID id) {
        return database.sql("select status from registration where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    void keep(KnownRegistration registration, String status) {
        List<UUID> sessions = registration.sessions();
        database.sql("""
                insert into registration (id, activity, status, link_version, sessions, attended)
                values (:id, :activity, :status, :linkVersion, :sessions, :attended)
                on conflict (id) do update set activity = excluded.activity, status = excluded.status,
                    link_version = excluded.link_version, sessions = excluded.sessions, attended = excluded.attended
                """)
                .param("id", registration.id())
                .param("activity", registration.activity())
                .param("status", status)
                .param("linkVersion", registration.linkVersion())
                .param("sessions", sessions == null ? null : sessions.toArray(UUID[]::new), Types.ARRAY)
                .param("attended", registration.attended().toArray(UUID[]::new))
                .update();
    }

    /** That it was known is remembered, for who asks later what was erased. */
    void forget(UUID id) {
        int known = database.sql("delete from registration where id = :id")
                .param("id", id)
                .update();
        database.sql("""
                insert into erased_registration (id, known) values (:id, :known)
                on conflict (id) do update set known = erased_registration.known or excluded.known
                """).param("id", id).param("known", known > 0).update();
    }

    /** How many of these were known until they were erased. */
    int erasedOf(List<UUID> ids) {
        return database.sql("select count(*) from erased_registration where id = any(:ids) and known")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    private static KnownRegistration read(ResultSet row, int number) throws SQLException {
        return new KnownRegistration(
                row.getObject("id", UUID.class),
                row.getObject("activity", UUID.class),
                row.getString("status").equals("CONFIRMED"),
                row.getInt("link_version"),
                KnownActivities.listOrNull(row.getArray("sessions")),
                List.of(KnownActivities.uuids(row.getArray("attended"))));
    }
}
