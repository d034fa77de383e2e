package museum.atrium.notification.audience;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The known registrations. */
@Repository
class Registrations {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Registrations(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<UUID> activityOf(UUID registration) {
        return jdbc.sql("select activity from registrations where id = :registration and activity is not null")
                .param("registration", registration)
                .query(UUID.class)
                .optional();
    }

    /** Its registration and its contact come on different topics, and the one must not miss the other. */
    void hold(UUID registration) {
        jdbc.sql("insert into registrations (id) values (:registration) on conflict do nothing")
                .param("registration", registration)
                .update();
        jdbc.sql("select id from registrations where id = :registration for update")
                .param("registration", registration)
                .query(UUID.class)
                .single();
    }

    void save(RegistrationState registration) {
        jdbc.sql("""
                update registrations
                set activity = :activity, revision = :revision, role = :role, status = :status, pending_for = :pendingFor,
                    answer_by = :answerBy, sessions = :sessions::uuid[],
                    registered_at = :registeredAt, confirmed_at = :confirmedAt, link_version = :linkVersion,
                    occasions = :occasions::jsonb, attended = :attended::uuid[],
                    calendar = coalesce(:calendar, case
                      -- What was told of the address of before is none of the new one's.
                      when occasions->'addressChanged' is not distinct from :occasions::jsonb->'addressChanged' then calendar
                    end)
                where id = :id
                """)
                .param("id", registration.id())
                .param("activity", registration.activity())
                .param("revision", registration.revision())
                .param("role", registration.role())
                .param("status", registration.status())
                .param("pendingFor", registration.pendingFor())
                .param("answerBy", time(registration.answerBy()))
                .param("sessions", array(registration.sessions()))
                .param("registeredAt", time(registration.registeredAt()))
                .param("confirmedAt", time(registration.confirmedAt()))
                .param("linkVersion", registration.linkVersion())
                .param("occasions", json.writeValueAsString(registration.occasions()))
                .param("attended", array(registration.attended()))
                .param("calendar", registration.calendar(), Types.OTHER)
                .update();
    }

    void delete(UUID registration) {
        jdbc.sql("delete from registrations where id = :registration")
                .param("registration", registration)
                .update();
    }

    /** The row that only held the place for a registration until its event comes. */
    void deleteEmpty(UUID registration) {
        jdbc.sql("delete from registrations where id = :registration and activity is null")
                .param("registration", registration)
                .update();
    }

    private static String @Nullable [] array(@Nullable List<UUID> ids) {
        return ids == null ? null : ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
