package museum.atrium.notification.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every delivery with what happened to it. */
@Repository
class Deliveries {

    private record Attempt(long delivery, DeliveryView.Step step) {}

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param before only those planned before the delivery of that number */
    @Transactional(readOnly = true)
    public DeliveryPage find(DeliveryFilter filter, int limit, @Nullable Long before) {
        List<Long> ids = ids(filter, limit + 1, before);
        List<Long> shown = ids.size() > limit ? ids.subList(0, limit) : ids;
        String next = ids.size() > limit ? Long.toString(shown.getLast()) : null;
        return new DeliveryPage(shown.isEmpty() ? List.of() : views(shown), next);
    }

    DeliveryView view(long id) {
        return find(id).orElseThrow();
    }

    Optional<DeliveryView> find(long id) {
        return views(List.of(id)).stream().findFirst();
    }

    private List<Long> ids(DeliveryFilter filter, int most, @Nullable Long before) {
        return jdbc.sql("""
                select d.id from deliveries d
                where (:before::bigint is null or d.id < :before)
                  and (:registration::uuid is null or d.registration = :registration)
                  and (:status::text is null or d.status = :status)
                  and (:activity::uuid is null or d.registration in
                      (select id from registrations where activity = :activity))
                  and (:address::text is null or d.registration in
                      (select registration from contacts where address_key = :address))
                order by d.id desc
                limit :most
                """)
                .param("before", before)
                .param("registration", filter.registration())
                .param("activity", filter.activity())
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .param("address", filter.address())
                .param("most", most)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    private List<DeliveryView> views(List<Long> ids) {
        Map<Long, List<DeliveryView.Step>> attempts = jdbc
                .sql("select delivery, at, outcome, reply from attempts where delivery in (:ids) order by at, number")
                .param("ids", ids)
                .query((row, number) -> new Attempt(
                        row.getLong("delivery"),
                        new DeliveryView.Step(instant(row, "at"), row.getString("outcome"), row.getString("reply"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Attempt::delivery, Collectors.mapping(Attempt::step, Collectors.toList())));
        return jdbc.sql("""
                select d.id, d.registration, r.activity, d.kind, d.about, d.distance, d.status, d.attempts, d.reason,
                       d.planned_at, d.due_at, d.expires_at, d.finished_at, d.reply
                from deliveries d
                left join registrations r on r.id = d.registration
                where d.id in (:ids)
                order by d.id desc
                """)
                .param("ids", ids)
                .query((row, number) -> view(row, attempts.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private static DeliveryView view(ResultSet row, List<DeliveryView.Step> attempts) throws SQLException {
        UUID about = row.getObject("about", UUID.class);
        String kind = row.getString("kind");
        boolean ofRecording = kind.equals("RECORDING_AVAILABLE");
        boolean ofSeries = kind.equals("NEW_IN_SERIES");
        boolean ofMessage = kind.equals("MESSAGE");
        String distance = row.getString("distance");
        return new DeliveryView(
                Long.toString(row.getLong("id")),
                row.getObject("registration", UUID.class),
                row.getObject("activity", UUID.class),
                kind,
                ofRecording || ofSeries || ofMessage ? null : about,
                ofRecording ? about : null,
                ofSeries ? about : null,
                ofMessage ? about : null,
                distance.isEmpty() ? null : distance,
                row.getString("status"),
                row.getInt("attempts"),
                row.getString("reason"),
                instant(row, "planned_at"),
                instant(row, "due_at"),
                nullableInstant(row, "expires_at"),
                timeline(row, attempts));
    }

    private static List<DeliveryView.Step> timeline(ResultSet row, List<DeliveryView.Step> attempts)
            throws SQLException {
        List<DeliveryView.Step> timeline = new ArrayList<>(attempts);
        Instant finished = nullableInstant(row, "finished_at");
        if (finished != null) {
            String reply = row.getString("reply");
            String status = row.getString("status");
            // What came back had been accepted before.
            boolean cameBack = status.equals("BOUNCED");
            timeline.add(new DeliveryView.Step(
                    finished,
                    cameBack ? "SENT" : status,
                    reply == null && !cameBack ? row.getString("reason") : reply));
        }
        timeline.sort(Comparator.comparing(DeliveryView.Step::at));
        timeline.addFirst(new DeliveryView.Step(instant(row, "planned_at"), "PLANNED", null));
        return timeline;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant nullableInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
