package museum.atrium.notification.delivery;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the claims of this instance alive for as long as it lives. */
@Component
class Leases {

    private final JdbcClient jdbc;
    private final Duration lease;
    private final UUID sender = UUID.randomUUID();
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

    void renew() {
        // Measured before asking: the lease then ends here no later than it ends in the database.
        long now = System.nanoTime();
        jdbc.sql("update claims set lease_until = now() + make_interval(secs => :seconds) where sender = :sender")
                .param("seconds", seconds())
                .param("sender", sender)
                .update();
        renewed = now;
    }

    /** Whether nobody else can have taken over what this instance claimed. */
    boolean held() {
        return System.nanoTime() - renewed < lease.multipliedBy(4).dividedBy(5).toNanos();
    }
}
