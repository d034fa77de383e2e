package museum.atrium.registration.signup;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.registration.programme.ActivityId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** The registrations as they are stored. Who locks some holds the lock of their activity already, or takes none. */
@Repository
class Registrations {

    private final NamedParameterJdbcTemplate database;
    private final RegistrationRows rows;

    Registrations(NamedParameterJdbcTemplate database, RegistrationRows rows) {
        this.database = database;
        this.rows = rows;
    }

    Optional<Registration> find(RegistrationId id) {
        return one("select * from registration where id = :id", id);
    }

    Optional<Registration> lock(RegistrationId id) {
        return one("select * from registration where id = :id for update", id);
    }

    /** Those of {@code activities[i]} with the address {@code keys[i]}, locked in the order of their ids. */
    List<Registration> lockByAddress(UUID[] activities, String[] keys) {
        return database.query("""
                select * from registration
                where (activity_id, email_key) in (select * from unnest(:activities::uuid[], :keys::text[]))
                order by id for update
                """, new MapSqlParameterSource("activities", activities).addValue("keys", keys), rows);
    }

    /** At most {@code most} who wait behind {@code after}, first in line first. */
    List<Registration> lockWaiting(ActivityId activity, long after, int most) {
        return database.query(
                """
                select * from registration
                where activity_id = :activity and status = 'WAITLISTED' and place_in_line > :after
                order by place_in_line limit :most for update
                """,
                new MapSqlParameterSource("activity", activity.value())
                        .addValue("after", after)
                        .addValue("most", most),
                rows);
    }

    void insert(Collection<Registration> registrations) {
        if (!registrations.isEmpty()) {
            database.batchUpdate("""
                    insert into registration (id, activity_id, revision, status, email, email_key, name, language, time_zone,
                      country, affiliation, session_ids, place_in_line, registered_at, confirmed_at, repeated_at, link_version,
                      occasions, attended)
                    values (:id, :activity, :revision, :status, :email, :emailKey, :name, :language, :timeZone,
                      :country, :affiliation, :sessions::uuid[], :placeInLine, :registeredAt, :confirmedAt, :repeatedAt,
                      :linkVersion, :occasions::jsonb, :attended::uuid[])
                    """, rows.parameters(registrations));
        }
    }

    void update(Collection<Registration> registrations) {
        if (!registrations.isEmpty()) {
            database.batchUpdate("""
                    update registration set revision = :revision, status = :status, email = :email, email_key = :emailKey,
                      name = :name, language = :language, time_zone = :timeZone, country = :country,
                      affiliation = :affiliation, session_ids = :sessions::uuid[], place_in_line = :placeInLine,
                      registered_at = :registeredAt, confirmed_at = :confirmedAt, repeated_at = :repeatedAt,
                      link_version = :linkVersion, occasions = :occasions::jsonb, attended = :attended::uuid[]
                    where id = :id
                    """, rows.parameters(registrations));
        }
    }

    private Optional<Registration> one(String sql, RegistrationId id) {
        return database.query(sql, new MapSqlParameterSource("id", id.value()), rows).stream()
                .findFirst();
    }
}
