package museum.atrium.notification.audience;

import static java.util.Objects.requireNonNullElse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import museum.atrium.notification.planning.Slot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The known activities, and the locks that join their audience with what concerns it. */
@Repository
class Activities {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Activities(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Held by who joins the audience: until commit nothing that concerns the whole of it can be noticed. */
    void holdShared(UUID activity) {
        hold(activity, "select id from activities where id = :activity for share");
    }

    /** Held by what concerns the whole audience: whoever is joining has joined, and who comes later will see it. */
    void holdExclusively(UUID activity) {
        hold(activity, "select id from activities where id = :activity for update");
    }

    private void hold(UUID activity, String locking) {
        if (held(activity, locking)) {
            return;
        }
        jdbc.sql("insert into activities (id) values (:activity) on conflict do nothing")
                .param("activity", activity)
                .update();
        held(activity, locking);
    }

    private boolean held(UUID activity, String locking) {
        return jdbc.sql(locking)
                .param("activity", activity)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    KnownActivity known(UUID activity) {
        var sessions = jdbc.sql("""
                    select id, revision, status, starts_at, ends_at, time_zone from sessions where activity = :activity
                    """).param("activity", activity).query((row, number) -> session(row)).list().stream()
                .collect(Collectors.toMap(KnownSession::id, Function.identity()));
        return jdbc.sql(
                        "select revision > 0 as known, status, attendance_settled, series, series_untold from activities where id = :activity")
                .param("activity", activity)
                .query((row, number) -> new KnownActivity(
                        row.getBoolean("known"),
                        "CANCELLED".equals(row.getString("status")),
                        row.getBoolean("attendance_settled"),
                        row.getObject("series", UUID.class),
                        row.getBoolean("series_untold"),
                        sessions))
                .single();
    }

    private static KnownSession session(ResultSet row) throws SQLException {
        return new KnownSession(
                row.getObject("id", UUID.class),
                row.getLong("revision"),
                row.getString("status").equals("CANCELLED"),
                new Slot(
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        ZoneId.of(row.getString("time_zone"))));
    }

    void save(ActivityState activity) {
        jdbc.sql("""
                update activities
                set revision = :revision, slug = :slug, kind = :kind, status = :status, language = :language,
                    title = :title::jsonb, summary = :summary::jsonb, organizers = :organizers,
                    cancellation_reason = :reason, place_offers = :placeOffers, series = :series,
                    series_untold = :seriesUntold, network = :network, muted = :muted, survey = :survey,
                    digest = :digest::interval, reminders = :reminders,
                    attendance_settled = :attendanceSettled
                where id = :id
                """)
                .param("id", activity.id())
                .param("revision", activity.revision())
                .param("slug", activity.slug())
                .param("kind", activity.kind())
                .param("status", activity.status())
                .param("language", activity.language())
                .param("title", json.writeValueAsString(activity.title()))
                .param("summary", json.writeValueAsString(activity.summary()))
                .param("organizers", activity.organizers().toArray(String[]::new))
                .param("series", activity.seriesId())
                .param("seriesUntold", activity.seriesUntold())
                .param("network", activity.network())
                .param(
                        "reminders",
                        activity.reminders().stream().map(Duration::toString).toArray(String[]::new))
                .param("digest", Objects.toString(activity.digest(), null))
                .param("muted", activity.wanted().muted().toArray(String[]::new))
                .param("survey", activity.wanted().survey())
                .param("attendanceSettled", activity.attendanceSettledAt().isPresent())
                .param("reason", activity.cancellationReason())
                .param(
                        "placeOffers",
                        activity.placeOffers() == null
                                ? null
                                : activity.placeOffers().toString())
                .update();
        activity.sessions().forEach(session -> save(activity.id(), session));
    }

    private void save(UUID activity, SessionState session) {
        jdbc.sql("""
                insert into sessions (id, activity, revision, status, title, starts_at, ends_at, time_zone, self_paced,
                  language, interpretation)
                values (:id, :activity, :revision, :status, :title::jsonb, :startsAt, :endsAt, :timeZone, :selfPaced,
                  :language, :interpretation)
                on conflict (id) do update
                set revision = excluded.revision, status = excluded.status, title = excluded.title,
                    starts_at = excluded.starts_at, ends_at = excluded.ends_at, time_zone = excluded.time_zone,
                    self_paced = excluded.self_paced, language = excluded.language,
                    interpretation = excluded.interpretation
                """)
                .param("id", session.id())
                .param("activity", activity)
                .param("revision", session.revision())
                .param("status", session.status())
                .param("title", json.writeValueAsString(session.title()))
                .param("startsAt", session.startsAt().atOffset(ZoneOffset.UTC))
                .param("endsAt", session.endsAt().atOffset(ZoneOffset.UTC))
                .param("timeZone", session.timeZone().getId())
                .param("selfPaced", session.selfPaced())
                .param("language", session.language())
                .param(
                        "interpretation",
                        requireNonNullElse(session.interpretation(), List.of()).toArray(String[]::new))
                .update();
    }
}
