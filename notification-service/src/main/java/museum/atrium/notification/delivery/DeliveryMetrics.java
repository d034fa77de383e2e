package museum.atrium.notification.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts attempts by their outcome, and how late accepted mails were. */
@Component
class DeliveryMetrics {

    private final Meter.MeterProvider<Counter> attempts;
    private final Meter.MeterProvider<Timer> lateness;
    private final Clock clock;

    DeliveryMetrics(MeterRegistry meters, Clock clock) {
        this.attempts = Counter.builder("atrium.deliveries.attempts")
                .description("Mails handed to the mail server, by what it answered")
                .withRegistry(meters);
        this.lateness = Timer.builder("atrium.deliveries.lateness")
                .description("From the moment a mail was first due until the mail server has accepted it")
                .serviceLevelObjectives(
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(10),
                        Duration.ofHours(1))
                .withRegistry(meters);
        this.clock = clock;
    }

    void attempted(Delivery delivery, Outcome outcome) {
        Tags lane = Tags.of("lane", delivery.lane().tag());
        attempts.withTags(lane.and("outcome", outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT)))
                .increment();
        if (outcome instanceof Outcome.Accepted) {
            lateness.withTags(lane).record(Duration.between(delivery.firstDueAt(), clock.instant()));
        }
    }
}
