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

    void forget(UUID id) {
        database.sql("delete from registration where id = :id").param("id", id).update();
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
