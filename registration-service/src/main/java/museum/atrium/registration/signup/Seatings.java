package museum.atrium.registration.signup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.ActivityKind;
import museum.atrium.registration.programme.ActivityRows;
import museum.atrium.registration.programme.ActivityStatus;
import museum.atrium.registration.programme.Places;
import museum.atrium.registration.programme.SessionId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** Locks activities and counts their places: always the first lock that a transaction about registrations takes. */
@Repository
class Seatings {

    private static final String SELECT = """
            select id, slug, kind, status, language, ends_at, capacity, taken, last_in_line, waitlist, double_opt_in,
              approval, invitation_only, allowed_domains, place_offers, opens_at, closes_at, form
            from activity
            """;

    private final NamedParameterJdbcTemplate database;
    private final ActivityRows activities;

    Seatings(NamedParameterJdbcTemplate database, ActivityRows activities) {
        this.database = database;
        this.activities = activities;
    }

    /** By slug; in the order of ids, so that two transactions never wait for each other. */
    Map<String, Seating> lockBySlug(Collection<String> slugs) {
        return load(
                SELECT + "where slug = any(:slugs) order by id for update",
                new MapSqlParameterSource("slugs", slugs.toArray(String[]::new)));
    }

    Optional<Seating> lock(ActivityId activity) {
        return load(SELECT + "where id = :id for update", new MapSqlParameterSource("id", activity.value()))
                .values()
                .stream()
                .findFirst();
    }

    /** As it is at the moment, for who only wants to know. */
    Optional<Seating> unlocked(ActivityId activity) {
        return load(SELECT + "where id = :id", new MapSqlParameterSource("id", activity.value())).values().stream()
                .findFirst();
    }

    void save(Collection<Seating> seatings) {
        if (seatings.isEmpty()) {
            return;
        }
        database.update("""
                update activity a set taken = counted.taken, last_in_line = counted.last_in_line
                from unnest(:ids::uuid[], :taken::int[], :lastInLine::bigint[]) as counted (id, taken, last_in_line)
                where a.id = counted.id
                  and (a.taken, a.last_in_line) is distinct from (counted.taken, counted.last_in_line)
                """, counted(seatings));
        List<Seating.Row> rows =
                seatings.stream().flatMap(seating -> seating.rows().stream()).toList();
        if (!rows.isEmpty()) {
            database.update("""
                    update session s set taken = counted.taken
                    from unnest(:ids::uuid[], :taken::int[]) as counted (id, taken)
                    where s.id = counted.id and s.taken <> counted.taken
                    """, counted(rows));
        }
    }

    private static MapSqlParameterSource counted(Collection<Seating> seatings) {
        return new MapSqlParameterSource()
                .addValue(
                        "ids",
                        seatings.stream()
                                .map(seating -> seating.activity().value())
                                .toArray(UUID[]::new))
                .addValue("taken", seatings.stream().map(Seating::taken).toArray(Integer[]::new))
                .addValue(
                        "lastInLine", seatings.stream().map(Seating::lastInLine).toArray(Long[]::new));
    }

    private static MapSqlParameterSource counted(List<Seating.Row> rows) {
        return new MapSqlParameterSource()
                .addValue("ids", rows.stream().map(row -> row.session().value()).toArray(UUID[]::new))
                .addValue("taken", rows.stream().map(Seating.Row::taken).toArray(Integer[]::new));
    }

    /** Counts a session's places from the registrations: a new session is already chosen by who chose all. */
    void recount(ActivityId activity) {
        database.update("""
                update session s set taken = (
                  select count(*) from registration r
                  where r.activity_id = s.activity_id and (r.status = 'CONFIRMED' or r.status = 'WAITLISTED' and r.answer_by is not null)
                    and (r.session_ids is null or s.id = any(r.session_ids)))
                where s.activity_id = :activity
                """, new MapSqlParameterSource("activity", activity.value()));
    }

    private Map<String, Seating> load(String sql, MapSqlParameterSource parameters) {
        Map<String, Seating> bySlug = new LinkedHashMap<>();
        Map<UUID, Map<SessionId, Seating.Row>> rows = new HashMap<>();
        database.query(sql, parameters, row -> {
            Map<SessionId, Seating.Row> own = new LinkedHashMap<>();
            rows.put(row.getObject("id", UUID.class), own);
            bySlug.put(row.getString("slug"), seating(row, own));
        });
        database.query(
                """
                select id, activity_id, status, ends_at, time_zone, capacity, taken from session
                where activity_id = any(:activities) order by activity_id, starts_at
                """, new MapSqlParameterSource("activities", rows.keySet().toArray(UUID[]::new)), row -> {
                    SessionId session = new SessionId(row.getObject("id", UUID.class));
                    rows.getOrDefault(row.getObject("activity_id", UUID.class), new HashMap<>())
                            .put(session, row(session, row));
                });
        return bySlug;
    }

    private Seating seating(ResultSet row, Map<SessionId, Seating.Row> sessions) throws SQLException {
        OffsetDateTime endsAt = row.getObject("ends_at", OffsetDateTime.class);
        return new Seating(
                new ActivityId(row.getObject("id", UUID.class)),
                new Seating.Terms(
                        ActivityKind.valueOf(row.getString("kind")),
                        ActivityStatus.valueOf(row.getString("status")),
                        row.getString("language"),
                        endsAt == null ? null : endsAt.toInstant(),
                        ActivityRows.terms(row),
                        activities.form(row.getString("form"))),
                new Places(row.getObject("capacity", Integer.class), row.getInt("taken")),
                row.getLong("last_in_line"),
                sessions);
    }

    private static Seating.Row row(SessionId session, ResultSet row) throws SQLException {
        return new Seating.Row(
                session,
                row.getString("status").equals("SCHEDULED"),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                ZoneId.of(row.getString("time_zone")),
                new Places(row.getObject("capacity", Integer.class), row.getInt("taken")));
    }
}
