package museum.atrium.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many events wait and for how long, counted every few seconds by the relay rather than at every scrape. */
class Backlog {

    private static final Duration BETWEEN_COUNTS = Duration.ofSeconds(5);

    /** Counting stops here: beyond it only the age tells. */
    private static final int MOST = 100_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    private volatile Count count = new Count(0, 0);
    private Instant nextCount = Instant.MIN;

    private record Count(long events, double oldestSeconds) {}

    Backlog(JdbcClient jdbc, Clock clock, MeterRegistry metrics) {
        this.jdbc = jdbc;
        this.clock = clock;
        Gauge.builder("atrium.outbox.backlog", () -> count.events())
                .description("Events that wait to be sent; at most %d are counted".formatted(MOST))
                .register(metrics);
        Gauge.builder("atrium.outbox.oldest.age", () -> count.oldestSeconds())
                .description("How long the oldest waiting event has waited")
                .baseUnit("seconds")
                .register(metrics);
    }

    void measureNowAndThen() {
        Instant now = clock.instant();
        if (now.isBefore(nextCount)) {
            return;
        }
        nextCount = now.plus(BETWEEN_COUNTS);
        count = jdbc.sql("""
                select (select count(*) from (select from outbox limit :most) as counted) as events,
                       extract(epoch from :now - (select created_at from outbox order by id limit 1)) as age
                """)
                .param("most", MOST)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .query((row, number) -> new Count(row.getLong("events"), Math.max(0, row.getDouble("age"))))
                .single();
    }
}
