package museum.atrium.registration.reachability;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.outbox.Intake;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How mails reach registrations and invitations to speak, by their ids. */
@Repository
public class Reaches {

    private static final String KIND = "reach";

    private final JdbcClient database;
    private final Intake intake;

    Reaches(JdbcClient database, Intake intake) {
        this.database = database;
        this.intake = intake;
    }

    public Reach of(UUID registration) {
        return ofAll(List.of(registration)).getOrDefault(registration, Reach.UNHINDERED);
    }

    /** Of those of whom anything was told. */
    public Map<UUID, Reach> ofAll(Collection<UUID> registrations) {
        Map<UUID, Reach> found = new HashMap<>();
        database.sql("select * from reach where registration_id = any(:ids)")
                .param("ids", registrations.toArray(UUID[]::new))
                .query((RowCallbackHandler) row -> found.put(row.getObject("registration_id", UUID.class), read(row)));
        return found;
    }

    /** Of a row with the columns of {@code reach}, or with nulls in their places where there is none. */
    public static Reach read(ResultSet row) throws SQLException {
        Array unsubscribed = row.getArray("unsubscribed");
        if (unsubscribed == null) {
            return Reach.UNHINDERED;
        }
        String because = row.getString("because");
        return new Reach(because == null, because, since(row), List.of((String[]) unsubscribed.getArray()));
    }

    private static @Nullable Instant since(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
        return since == null ? null : since.toInstant();
    }

    /**
     * Who is not known is passed over: every registration was known here before there was an address to which anything could be
     * sent, so it is one that is gone.
     */
    void take(ReachAnnouncement reach) {
        UUID registration = reach.registration();
        intake.take(
                KIND,
                registration.toString(),
                reach.revision(),
                () -> database.sql("""
                insert into reach (registration_id, because, since, unsubscribed)
                select :id, :because, :since, :unsubscribed::text[]
                where exists (select from registration where id = :id)
                  or exists (select from speaker_invitation where id = :id)
                on conflict (registration_id) do update
                set because = excluded.because, since = excluded.since, unsubscribed = excluded.unsubscribed
                """)
                        .param("id", registration)
                        .param("because", reach.because(), Types.VARCHAR)
                        .param(
                                "since",
                                reach.since() == null ? null : reach.since().atOffset(ZoneOffset.UTC))
                        .param("unsubscribed", reach.unsubscribed().toArray(String[]::new))
                        .update());
    }

    /** For good, also where something is just being told of them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(Collection<UUID> registrations) {
        registrations.stream()
                .sorted()
                .forEach(registration -> intake.take(
                        KIND,
                        registration.toString(),
                        Long.MAX_VALUE,
                        () -> database.sql("delete from reach where registration_id = :id")
                                .param("id", registration)
                                .update()));
    }
}
