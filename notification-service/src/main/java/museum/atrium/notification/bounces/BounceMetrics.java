package museum.atrium.notification.bounces;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Counts what comes back, and says whether the mailbox is reached. */
@Component
class BounceMetrics {

    private final MeterRegistry meters;
    private final AtomicInteger reached = new AtomicInteger(1);

    BounceMetrics(MeterRegistry meters, MailboxSettings settings) {
        this.meters = meters;
        if (settings.isConfigured()) {
            Gauge.builder("atrium.bounces.mailbox.reached", reached, AtomicInteger::get)
                    .description("1 while the mailbox of bounces can be read, 0 while it is away")
                    .register(meters);
        }
    }

    void read(String outcome) {
        Counter.builder("atrium.bounces.read")
                .description("Mails read in the mailbox of bounces, by what they told")
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }

    void reached(boolean now) {
        reached.set(now ? 1 : 0);
    }
}
