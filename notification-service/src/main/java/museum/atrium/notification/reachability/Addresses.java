package museum.atrium.notification.reachability;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who says something of an address, and who gives a registration that address, must not miss each other: both would look before
 * the other commits. So each holds the address until its transaction ends; addresses of which nothing was ever said have no row
 * to lock. The lock of a registration is taken before that of its address. Of several addresses the lesser comes first.
 */
@Repository
public class Addresses {

    private final JdbcClient jdbc;

    Addresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else says anything of it, and no registration begins or ceases to have it. */
    public void hold(String addressKey) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:address, 0))")
                .param("address", addressKey)
                .query()
                .listOfRows();
    }

    /**
     * As {@link #hold} the one that a registration has, which keeps it meanwhile.
     *
     * @return empty: it has none, or is not known
     */
    public Optional<String> holdOf(UUID registration) {
        jdbc.sql("select id from registrations where id = :registration for update")
                .param("registration", registration)
                .query()
                .listOfRows();
        Optional<String> address = jdbc.sql("select address_key from contacts where registration = :registration")
                .param("registration", registration)
                .query(String.class)
                .optional();
        address.ifPresent(this::hold);
        return address;
    }

    /** Nothing is said of it, nor of the one that the registration had, while the registration gets it. The caller holds that. */
    public void join(UUID registration, String addressKey) {
        jdbc.sql("""
                select pg_advisory_xact_lock_shared(hashtextextended(address, 0))
                from (select address_key as address from contacts where registration = :registration
                      union select :address
                      order by 1) as both_of_them
                """)
                .param("registration", registration)
                .param("address", addressKey)
                .query()
                .listOfRows();
    }
}
