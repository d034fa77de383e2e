package museum.atrium.notification.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many mails wait, by lane, as {@code atrium.deliveries.queued}. */
@Component
class QueueDepth {

    private final JdbcClient jdbc;
    private final Map<Lane, AtomicLong> depths = new EnumMap<>(Lane.class);

    QueueDepth(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        for (Lane lane : Lane.values()) {
            AtomicLong depth = new AtomicLong();
            depths.put(lane, depth);
            Gauge.builder("atrium.deliveries.queued", depth, AtomicLong::get)
                    .description("Mails that wait to be sent")
                    .tag("lane", lane.tag())
                    .register(meters);
        }
    }

    void measure() {
        Map<Lane, Long> counted = new EnumMap<>(Lane.class);
        jdbc.sql("select lane, count(*) as queued from deliveries where queued group by lane")
                .query(row -> {
                    counted.put(Lane.of(row.getInt("lane")), row.getLong("queued"));
                });
        depths.forEach((lane, depth) -> depth.set(counted.getOrDefault(lane, 0L)));
    }
}
