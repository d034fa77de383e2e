package museum.atrium.notification.suppression;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import museum.atrium.notification.reachability.Addresses;
import museum.atrium.notification.reachability.TellingReach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The suppressed addresses, each at most once. */
@Repository
public class Suppressions {

    private static final String COLUMNS = "id, address_key, cause, reply, delivery, since";

    private final JdbcClient jdbc;
    private final Addresses addresses;
    private final TellingReach reach;

    Suppressions(JdbcClient jdbc, Addresses addresses, TellingReach reach) {
        this.jdbc = jdbc;
        this.addresses = addresses;
        this.reach = reach;
    }

    /** Of an address that was erased meanwhile nothing is kept. */
    @Transactional
    public void bounced(String addressKey, String reply, long delivery) {
        addresses.hold(addressKey);
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
        reach.tellOfAll(addressKey);
    }

    /**
     * The address that a delivery was to: one of these, as the server on the way names it, or that of a registration which
     * never had another.
     */
    @Transactional
    public void bounced(long delivery, List<String> addressKeys, String reply) {
        jdbc.sql("""
                select c.address_key
                from deliveries d
                join registrations r on r.id = d.registration
                join contacts c on c.registration = d.registration
                where d.id = :delivery
                  and (c.address_key = any(:addresses) or coalesce((r.occasions ->> 'addressChanged')::bigint, 0) = 0)
                """)
                .param("delivery", delivery)
                .param("addresses", addressKeys.toArray(String[]::new))
                .query(String.class)
                .optional()
                .ifPresent(address -> bounced(address, reply, delivery));
    }

    /** The suppression of that address: this one, or the one that there is already. */
    @Transactional
    public Suppression add(String addressKey) {
        addresses.hold(addressKey);
        jdbc.sql("""
                insert into suppressions (address_key, cause) values (:address, 'ORGANIZER')
                on conflict (address_key) do nothing
                """).param("address", addressKey).update();
        reach.tellOfAll(addressKey);
        return of(addressKey).orElseThrow();
    }

    public boolean isSuppressed(String addressKey) {
        return of(addressKey).isPresent();
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
    @Transactional
    public boolean lift(long id) {
        return jdbc.sql("select address_key from suppressions where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(this::lift)
                .orElse(false);
    }

    /** @return false if there is none */
    @Transactional
    public boolean lift(String addressKey) {
        addresses.hold(addressKey);
        boolean lifted = jdbc.sql("delete from suppressions where address_key = :address")
                        .param("address", addressKey)
                        .update()
                > 0;
        reach.tellOfAll(addressKey);
        return lifted;
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
