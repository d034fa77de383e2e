package museum.atrium.registration.programme;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The sessions of activities, in their order. Locked by their activity's row. */
@Repository
class Sessions {

    private final NamedParameterJdbcTemplate database;
    private final JsonMapper json;

    Sessions(NamedParameterJdbcTemplate database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Map<ActivityId, List<Session>> of(Collection<UUID> activities) {
        Map<ActivityId, List<Session>> found = new HashMap<>();
        database.query("""
                select * from session where activity_id = any(:activities) order by activity_id, position
                """, Map.of("activities", activities.toArray(UUID[]::new)), row -> {
            found.computeIfAbsent(new ActivityId(row.getObject("activity_id", UUID.class)), id -> new ArrayList<>())
                    .add(session(row));
        });
        return found;
    }

    /** Writes the activity's sessions and removes those that it no longer has (only a draft's are ever removed). */
    void save(Activity activity) {
        database.update(
                "delete from session where activity_id = :activity and id <> all(:kept)",
                Map.of("activity", activity.id().value(), "kept", ids(activity)));
        MapSqlParameterSource[] rows =
                new MapSqlParameterSource[activity.sessions().size()];
        for (int position = 0; position < rows.length; position++) {
            rows[position] = row(activity, position);
        }
        database.batchUpdate("""
                insert into session (id, activity_id, position, revision, status, title, starts_at, ends_at, time_zone, join_url, host_url, capacity, format, attendance_settled_at)
                values (:id, :activity, :position, :revision, :status, :title::jsonb, :startsAt, :endsAt, :timeZone, :joinUrl, :hostUrl, :capacity, :format::jsonb, :settledAt)
                on conflict (id) do update set position = excluded.position, revision = excluded.revision,
                  status = excluded.status, title = excluded.title, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                  time_zone = excluded.time_zone, join_url = excluded.join_url, host_url = excluded.host_url, capacity = excluded.capacity,
                  format = excluded.format, attendance_settled_at = excluded.attendance_settled_at,
                  previous_starts_at = case when :public and session.starts_at <> excluded.starts_at
                    then session.starts_at else session.previous_starts_at end
                """, rows);
    }

    private MapSqlParameterSource row(Activity activity, int position) {
        Session session = activity.sessions().get(position);
        Instant settledAt = session.attendanceSettledAt();
        return new MapSqlParameterSource()
                .addValue("id", session.id().value())
                .addValue("activity", activity.id().value())
                .addValue("position", position)
                .addValue("public", activity.isPublished())
                .addValue("revision", session.revision())
                .addValue("status", session.status().name())
                .addValue("title", json.writeValueAsString(session.title()))
                .addValue("startsAt", session.startsAt().atOffset(ZoneOffset.UTC))
                .addValue("endsAt", session.endsAt().atOffset(ZoneOffset.UTC))
                .addValue("timeZone", session.timeZone().getId())
                .addValue("joinUrl", text(session.joinUrl()))
                .addValue("hostUrl", text(session.hostUrl()))
                .addValue("capacity", session.places().capacity())
                .addValue("format", json.writeValueAsString(session.format()))
                .addValue("settledAt", settledAt == null ? null : settledAt.atOffset(ZoneOffset.UTC));
    }

    private Session session(ResultSet row) throws SQLException {
        OffsetDateTime settledAt = row.getObject("attendance_settled_at", OffsetDateTime.class);
        return new Session(
                new SessionId(row.getObject("id", UUID.class)),
                row.getLong("revision"),
                SessionStatus.valueOf(row.getString("status")),
                json.readValue(row.getString("title"), LocalizedText.class),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                ZoneId.of(row.getString("time_zone")),
                address(row.getString("join_url")),
                address(row.getString("host_url")),
                new Places(row.getObject("capacity", Integer.class), row.getInt("taken")),
                json.readValue(row.getString("format"), SessionFormat.class),
                settledAt == null ? null : settledAt.toInstant());
    }

    private static @Nullable String text(@Nullable URI address) {
        return address == null ? null : address.toString();
    }

    private static @Nullable URI address(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }

    private static UUID[] ids(Activity activity) {
        return activity.sessions().stream().map(session -> session.id().value()).toArray(UUID[]::new);
    }
}
