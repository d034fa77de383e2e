package museum.atrium.registration.defence;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many people a network may sign up. */
@Component
class NetworkLimit {

    private final List<AddressRange> unlimited;
    private final Buckets<Network> buckets;

    NetworkLimit(DefenceSettings settings, Clock clock) {
        this.unlimited = settings.unlimited();
        this.buckets = new Buckets<>(settings.perNetwork(), clock);
    }

    boolean isUnlimited(InetAddress client) {
        for (AddressRange range : unlimited) {
            if (range.contains(client)) {
                return true;
            }
        }
        return false;
    }

    /** @return zero, or how long to wait until so many may sign up again without a proof */
    Duration signUp(InetAddress client, int people) {
        return buckets.take(Network.of(client), people);
    }
}
