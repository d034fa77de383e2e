package museum.atrium.notification.audience;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import museum.atrium.notification.background.Backgrounds;
import museum.atrium.notification.background.Wake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * An event whose other half was not read yet waits for it, and its mails with it. When that takes long, the other half is probably
 * lost: it is said once, and measured as {@code atrium.events.incomplete}.
 */
@Component
class MissingHalves extends Backgrounds {

    private static final Logger log = LoggerFactory.getLogger(MissingHalves.class);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<Half, Map<UUID, Instant>> since = new EnumMap<>(Half.class);
    private final Map<Half, AtomicLong> missing = new EnumMap<>(Half.class);

    MissingHalves(JdbcClient jdbc, MeterRegistry meters, Clock clock) {
        super(PATIENCE);
        this.jdbc = jdbc;
        this.clock = clock;
        for (Half half : Half.values()) {
            AtomicLong number = new AtomicLong();
            missing.put(half, number);
            since.put(half, Map.of());
            Gauge.builder("atrium.events.incomplete", number, AtomicLong::get)
                    .description("What was read and has waited for ten minutes for what belongs to it")
                    .tag("missing", half.tag)
                    .register(meters);
        }
    }

    /** What can be missing, and of what it is known that it is. */
    private enum Half {
        CONTACT("contact", """
                select r.id from registrations r
                where r.status is not null and not exists (select from contacts c where c.registration = r.id) limit :most
                """),
        REGISTRATION("registration", """
                select c.registration from contacts c
                where not exists (select from registrations r where r.id = c.registration and r.status is not null) limit :most
                """),
        ACTIVITY("activity", "select id from activities where revision = 0 limit :most");

        private final String tag;
        private final String known;

        Half(String tag, String known) {
            this.tag = tag;
            this.known = known;
        }
    }

    @Override
    protected void begin() {
        repeat("looking for missing halves", new Wake(), () -> {
            look();
            return EVERY;
        });
    }

    void look() {
        Instant now = clock.instant();
        for (Half half : Half.values()) {
            List<UUID> waiting = jdbc.sql(half.known)
                    .param("most", MOST)
                    .query((row, number) -> row.getObject(1, UUID.class))
                    .list();
            Map<UUID, Instant> before = since.getOrDefault(half, Map.of());
            Map<UUID, Instant> still = new HashMap<>();
            waiting.forEach(id -> still.put(id, before.getOrDefault(id, now)));
            Set<UUID> lost = still.entrySet().stream()
                    .filter(entry -> !entry.getValue().plus(LONG).isAfter(now))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            AtomicLong number = missing.get(half);
            if (number != null && lost.size() > number.getAndSet(lost.size())) {
                log.warn(
                        "For ten minutes the {} of {} has not come, of {} in all: their mails wait for it",
                        half.tag,
                        lost.iterator().next(),
                        lost.size());
            }
            since.put(half, still);
        }
    }
}
