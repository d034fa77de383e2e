package museum.atrium.outbox;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Defaults that every service with events needs; its own configuration goes before them. */
final class EventDefaults implements EnvironmentPostProcessor {

    private static final Map<String, Object> DEFAULTS = Map.of(
            // Outages are reported once, with their consequence. The clients would report every attempt.
            "logging.level.org.apache.kafka", "warn",
            "logging.level.org.apache.kafka.clients", "error",
            "atrium.kafka.replication-factor", "${KAFKA_REPLICATION_FACTOR:1}",
            // A service that starts before its database waits for it.
            "spring.flyway.connect-retries", 120,
            "spring.flyway.connect-retries-interval", "5s",
            // The details of a violated constraint quote the row.
            "spring.datasource.hikari.data-source-properties.logServerErrorDetail", "false");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> defaults = new HashMap<>(DEFAULTS);
        if (environment.containsProperty(ReplayingDeadLetters.OPTION)) {
            defaults.put("spring.main.web-application-type", "none");
        }
        environment.getPropertySources().addLast(new MapPropertySource("eventDefaults", defaults));
    }
}
