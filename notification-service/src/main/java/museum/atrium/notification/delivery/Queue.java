package museum.atrium.notification.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.notification.composing.MailKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The deliveries that wait, shared by all instances. Leases run by the database's clock, which all of them share. */
@Repository
class Queue {

    private final JdbcClient jdbc;
    private final Leases leases;
    private final Fronts fronts = new Fronts();

    Queue(JdbcClient jdbc, Leases leases) {
        this.jdbc = jdbc;
        this.leases = leases;
    }

    /** The most urgent that are due, of the first of these lanes that has any. They are recorded as being sent. */
    @Transactional
    public Optional<Claim> claim(Collection<Lane> lanes, int most) {
        return lanes.stream()
                .map(lane -> claim(lane, most))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Claim> claim(Lane lane, int most) {
        Fronts.Look look = fronts.next(lane);
        List<ClaimedRow> rows = jdbc.sql("""
                with next as (
                    select id from deliveries
                    where queued and lane = :lane and due_at >= :from and due_at <= now()
                    order by due_at, id
                    limit :most
                    for update skip locked
                ), claim as (
                    insert into claims (sender, deliveries, lease_until)
                    select :sender, array_agg(id), now() + make_interval(secs => :seconds)
                    from next having count(*) > 0
                    returning id
                )
                update deliveries d
                set queued = false, status = 'SENDING', claim = claim.id
                from next, claim
                where d.id = next.id
                returning d.id, registration, kind, about, distance, revision, notice, lane, attempts,
                          coalesce(first_due_at, due_at) as first_due_at, coalesce(again_at, planned_at) as planned_at,
                          expires_at, paced, resent, due_at, claim
                """)
                .param("lane", lane.ordinal())
                .param("from", look.from())
                .param("most", most)
                .param("sender", leases.sender())
                .param("seconds", leases.seconds())
                .query((row, number) -> new ClaimedRow(
                        row.getLong("claim"), row.getObject("due_at", OffsetDateTime.class), delivery(row)))
                .list();
        fronts.saw(look, rows.stream().map(ClaimedRow::dueAt).min(Comparator.naturalOrder()));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<Delivery> inOrder = rows.stream()
                .map(ClaimedRow::delivery)
                .sorted((one, other) -> Long.compare(one.id(), other.id()))
                .toList();
        Claim claim = new Claim(rows.getFirst().claim(), inOrder);
        holdOnceCommitted(claim);
        return Optional.of(claim);
    }

    /** Not before: a claim whose commit the database did not answer is nobody's, and must not be renewed for ever. */
    private void holdOnceCommitted(Claim claim) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                leases.hold(claim.id());
            }
        });
    }

    /** What its sender left unfinished goes on as if that sender had died. */
    public void letGo(Claim claim) {
        leases.letGo(claim.id());
    }

    private record ClaimedRow(long claim, OffsetDateTime dueAt, Delivery delivery) {}

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getObject("registration", UUID.class),
                MailKind.valueOf(row.getString("kind")),
                row.getObject("about", UUID.class),
                row.getString("distance"),
                row.getLong("revision"),
                row.getObject("notice", Long.class),
                Lane.of(row.getInt("lane")),
                row.getInt("attempts"),
                row.getObject("first_due_at", OffsetDateTime.class).toInstant(),
                row.getObject("planned_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("expires_at", OffsetDateTime.class)),
                row.getBoolean("paced"),
                row.getInt("resent"));
    }

    /** Those that wait to be sent to the people of an activity, in the order in which they are due. */
    List<Delivery> waiting(UUID activity, int most) {
        return jdbc.sql("""
                select d.id, d.registration, d.kind, d.about, d.distance, d.revision, d.notice, d.lane, d.attempts,
                       coalesce(d.first_due_at, d.due_at) as first_due_at,
                       coalesce(d.again_at, d.planned_at) as planned_at, d.expires_at, d.paced, d.resent
                from deliveries d join registrations r on r.id = d.registration
                where (d.queued or d.status = 'HELD') and r.activity = :activity
                order by d.due_at, d.id
                limit :most
                """)
                .param("activity", activity)
                .param("most", most)
                .query((row, number) -> delivery(row))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
