package museum.atrium.notification.delivery;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the claims that this instance works on alive for as long as it lives. */
@Component
class Leases {

    private final JdbcClient jdbc;
    private final Duration lease;
    private final UUID sender = UUID.randomUUID();
    private final Set<Long> inHand = ConcurrentHashMap.newKeySet();
    private volatile long renewed = System.nanoTime();

    Leases(JdbcClient jdbc, DeliverySettings settings) {
        this.jdbc = jdbc;
        this.lease = settings.lease();
    }

    UUID sender() {
        return sender;
    }

    double seconds() {
        return lease.toMillis() / 1000.0;
    }

    Duration renewal() {
        return lease.dividedBy(3);
    }

    /** From now on it is renewed, until every delivery of it has its mark. */
    void hold(long claim) {
        inHand.add(claim);
    }

    /** Nobody works on it any more: it expires, and is taken over like a dead sender's. */
    void letGo(long claim) {
        inHand.remove(claim);
    }

    void renew() {
        // Measured before asking: the lease then ends here no later than it ends in the database.
        long now = System.nanoTime();
        Set<Long> held = Set.copyOf(inHand);
        Set<Long> renewedClaims = jdbc.sql("""
                update claims set lease_until = now() + make_interval(secs => :seconds)
                where id = any(:held::bigint[])
                returning id
                """)
                .param("seconds", seconds())
                .param("held", held.stream().map(String::valueOf).toArray(String[]::new))
                .query((row, number) -> row.getLong("id"))
                .set();
        held.stream().filter(claim -> !renewedClaims.contains(claim)).forEach(inHand::remove);
        renewed = now;
    }

    /** Whether nobody else can have taken over what this instance claimed. */
    boolean held() {
        return System.nanoTime() - renewed < lease.multipliedBy(4).dividedBy(5).toNanos();
    }
}
