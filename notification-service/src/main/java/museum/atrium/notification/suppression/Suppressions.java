package museum.atrium.notification.suppression;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The suppressed addresses, each at most once. */
@Repository
public class Suppressions {

    private static final String COLUMNS = "id, address_key, cause, reply, delivery, since";

    private final JdbcClient jdbc;

    Suppressions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of an address that was erased meanwhile nothing is kept. */
    public void bounced(String addressKey, String reply, long delivery) {
        jdbc.sql("""
                insert into suppressions (address_key, cause, reply, delivery)
                select :address, 'BOUNCED', :reply, :delivery
                where exists (select from contacts where address_key = :address)
                on conflict (address_key) do nothing
                """)
                .param("address", addressKey)
                .param("reply", reply)
                .param("delivery", delivery)
                .update();
    }

    /**
     * The address that a delivery was to: one of these, as the server on the way names it, or that of a registration which
     * never had another.
     */
    public void bounced(long delivery, List<String> addressKeys, String reply) {
        jdbc.sql("""
                insert into suppressions (address_key, cause, reply, delivery)
                select c.address_key, 'BOUNCED', :reply, d.id
                from deliveries d
                join registrations r on r.id = d.registration
                join contacts c on c.registration = d.registration
                where d.id = :delivery
                  and (c.address_key = any(:addresses) or coalesce((r.occasions ->> 'addressChanged')::bigint, 0) = 0)
                on conflict (address_key) do nothing
                """)
                .param("delivery", delivery)
                .param("addresses", addressKeys.toArray(String[]::new))
                .param("reply", reply)
                .update();
    }

    /** The suppression of that address: this one, or the one that there is already. */
    Suppression add(String addressKey) {
        jdbc.sql("""
                insert into suppressions (address_key, cause) values (:address, 'ORGANIZER')
                on conflict (address_key) do nothing
                """).param("address", addressKey).update();
        return of(addressKey).orElseThrow();
    }

    Optional<Suppression> of(String addressKey) {
        return jdbc.sql("select " + COLUMNS + " from suppressions where address_key = :address")
                .param("address", addressKey)
                .query((row, number) -> suppression(row))
                .optional();
    }

    /** @param before an id; newest first */
    List<Suppression> list(@Nullable Long before, int most) {
        return jdbc.sql("select " + COLUMNS + """
                 from suppressions where :before::bigint is null or id < :before order by id desc limit :most
                """)
                .param("before", before)
                .param("most", most)
                .query((row, number) -> suppression(row))
                .list();
    }

    /** @return false if there is none */
    boolean lift(long id) {
        return jdbc.sql("delete from suppressions where id = :id")
                        .param("id", id)
                        .update()
                > 0;
    }

    private static Suppression suppression(ResultSet row) throws SQLException {
        return new Suppression(
                row.getLong("id"),
                row.getString("address_key"),
                Suppression.Cause.valueOf(row.getString("cause")),
                row.getString("reply"),
                row.getObject("delivery", Long.class),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
