package museum.atrium.registration.signup;

import java.time.Instant;
import java.time.ZoneOffset;
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

    private static final String COLUMNS = """
            id, activity_id, revision, status, email, email_key, name, language, time_zone, country, affiliation, session_ids,
            pending_for, answer_by, code_id, place_in_line, registered_at, confirmed_at, repeated_at, link_version, occasions,
            attended, answers, takes_over, takes_over_as""";

    /** Rows that came as one array a column: however many, it is the same statement. */
    private static final String GIVEN = """
            (select id, activity, revision, status, email, email_key, name, language, time_zone, country, affiliation,
               sessions::uuid[], pending_for, answer_by, code, place_in_line, registered_at, confirmed_at, repeated_at,
               link_version, occasions, attended::uuid[], answers, takes_over, takes_over_as
             from unnest(:id::uuid[], :activity::uuid[], :revision::bigint[], :status::text[], :email::text[],
               :emailKey::text[], :name::text[], :language::text[], :timeZone::text[], :country::text[],
               :affiliation::text[], :sessions::text[], :pendingFor::text[], :answerBy::timestamptz[], :code::uuid[],
               :placeInLine::bigint[], :registeredAt::timestamptz[], :confirmedAt::timestamptz[],
               :repeatedAt::timestamptz[], :linkVersion::int[], :occasions::jsonb[], :attended::text[], :answers::jsonb[],
               :takesOver::uuid[], :takesOverAs::text[])
             as arrays (id, activity, revision, status, email, email_key, name, language, time_zone, country, affiliation,
               sessions, pending_for, answer_by, code, place_in_line, registered_at, confirmed_at, repeated_at,
               link_version, occasions, attended, answers, takes_over, takes_over_as)) as given
            """;

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

    /** Those that there still are, locked in the order of their ids. */
    List<Registration> lockAll(Collection<RegistrationId> ids) {
        return database.query(
                "select * from registration where id = any(:ids) order by id for update",
                new MapSqlParameterSource(
                        "ids", ids.stream().map(RegistrationId::value).toArray(UUID[]::new)),
                rows);
    }

    List<Registration> byAddress(ActivityId activity, String[] keys) {
        return database.query(
                "select * from registration where activity_id = :activity and email_key = any(:keys)",
                new MapSqlParameterSource("activity", activity.value()).addValue("keys", keys),
                rows);
    }

    /** At most {@code most} who wait behind {@code after}, first in line first. */
    List<Registration> lockWaiting(ActivityId activity, long after, int most) {
        return database.query(
                """
                select * from registration
                where activity_id = :activity and status = 'WAITLISTED' and answer_by is null and place_in_line > :after
                order by place_in_line limit :most for update
                """,
                new MapSqlParameterSource("activity", activity.value())
                        .addValue("after", after)
                        .addValue("most", most),
                rows);
    }

    /** At most {@code most} of whom an answer was expected by now, locked. */
    List<Registration> lockOverdue(ActivityId activity, Instant now, int most) {
        return database.query(
                """
                select * from registration where activity_id = :activity and answer_by <= :now
                order by answer_by limit :most for update
                """,
                new MapSqlParameterSource("activity", activity.value())
                        .addValue("now", now.atOffset(ZoneOffset.UTC))
                        .addValue("most", most),
                rows);
    }

    List<ActivityId> withOverdue(Instant now, int most) {
        return database.query(
                "select distinct activity_id from registration where answer_by <= :now limit :most",
                new MapSqlParameterSource("now", now.atOffset(ZoneOffset.UTC)).addValue("most", most),
                (row, number) -> new ActivityId(row.getObject("activity_id", UUID.class)));
    }

    /** Those that wait to take over this one's place, locked. */
    List<Registration> lockTakeovers(RegistrationId of) {
        return database.query(
                "select * from registration where takes_over = :of order by id for update",
                new MapSqlParameterSource("of", of.value()),
                rows);
    }

    /** All of a person's that are not cancelled and not in somebody else's hands, newest first. */
    List<Registration> ofAddress(String key, int most) {
        return database.query("""
                select * from registration
                where email_key = :key and status <> 'CANCELLED' and takes_over is null
                order by registered_at desc, id limit :most
                """, new MapSqlParameterSource("key", key).addValue("most", most), rows);
    }

    /** Those too that are cancelled. */
    List<Registration> everyOfAddress(String key, int most) {
        return database.query("""
                select * from registration where email_key = :key and takes_over is null
                order by registered_at desc, id limit :most
                """, new MapSqlParameterSource("key", key).addValue("most", most), rows);
    }

    /** About {@code most} of an activity's, whatever their state, with those that wait to take them over, locked. */
    List<Registration> lockSome(ActivityId activity, int most) {
        return database.query(
                """
                with chosen as (select id from registration where activity_id = :activity limit :most)
                select * from registration
                where id in (select id from chosen) or takes_over in (select id from chosen)
                order by id for update
                """, new MapSqlParameterSource("activity", activity.value()).addValue("most", most), rows);
    }

    /** The next {@code most} that have a place and came after, in the order in which they did; locked in that of their ids. */
    List<Registration> lockConfirmed(ActivityId activity, Instant afterTime, UUID afterId, int most) {
        return database.query(
                """
                select * from registration
                where id = any(array(
                  select id from registration
                  where activity_id = :activity and status = 'CONFIRMED' and (registered_at, id) > (:afterTime, :afterId)
                  order by registered_at, id limit :most))
                order by id for update
                """,
                new MapSqlParameterSource("activity", activity.value())
                        .addValue("afterTime", afterTime.atOffset(ZoneOffset.UTC))
                        .addValue("afterId", afterId)
                        .addValue("most", most),
                rows);
    }

    void erase(Collection<RegistrationId> ids) {
        database.update(
                "delete from registration where id = any(:ids)",
                new MapSqlParameterSource(
                        "ids", ids.stream().map(RegistrationId::value).toArray(UUID[]::new)));
    }

    void insert(Collection<Registration> registrations) {
        if (!registrations.isEmpty()) {
            database.update(
                    "insert into registration (" + COLUMNS + ") select * from " + GIVEN, rows.columns(registrations));
        }
    }

    void update(Collection<Registration> registrations) {
        if (!registrations.isEmpty()) {
            database.update(
                    "update registration r set (" + COLUMNS + ") = (select given.*) from " + GIVEN
                            + " where r.id = given.id",
                    rows.columns(registrations));
        }
    }

    private Optional<Registration> one(String sql, RegistrationId id) {
        return database.query(sql, new MapSqlParameterSource("id", id.value()), rows).stream()
                .findFirst();
    }
}
