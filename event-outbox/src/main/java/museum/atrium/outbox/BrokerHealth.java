package museum.atrium.outbox;

import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Says whether Kafka is reached. When it is not the service still does its work, because the outbox keeps its events: that is
 * unknown health, which neither takes the service out of rotation nor claims that all is well.
 */
final class BrokerHealth implements HealthIndicator {

    private final BrokerWatch broker;
    private final CaughtUp caughtUp;

    BrokerHealth(BrokerWatch broker, CaughtUp caughtUp) {
        this.broker = broker;
        this.caughtUp = caughtUp;
    }

    @Override
    public Health health() {
        Instant awaySince = broker.awaySince();
        Health.Builder health =
                awaySince == null ? Health.up() : Health.unknown().withDetail("awaySince", awaySince);
        return health.withDetail("caughtUp", caughtUp.isCaughtUp()).build();
    }
}
