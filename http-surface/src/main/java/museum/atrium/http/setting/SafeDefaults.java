package museum.atrium.http.setting;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What every service would else repeat in its {@code application.yaml}, which may still say otherwise. */
class SafeDefaults implements EnvironmentPostProcessor {

    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            Map.entry("server.shutdown", "graceful"),
            // Believes proxies in private networks only, unlike the framework's own filter.
            Map.entry("server.forward-headers-strategy", "native"),
            Map.entry("server.tomcat.max-swallow-size", "1MB"),
            Map.entry("spring.threads.virtual.enabled", "true"),
            // Nothing here takes multipart forms; left on, they would pass by the limit of bodies.
            Map.entry("spring.servlet.multipart.enabled", "false"),
            Map.entry("spring.mvc.log-resolved-exception", "false"),
            Map.entry("spring.web.error.include-stacktrace", "never"),
            Map.entry("spring.web.error.whitelabel.enabled", "false"),
            Map.entry("management.endpoints.web.exposure.include", "health,prometheus"),
            Map.entry("management.endpoint.health.probes.enabled", "true"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("atriumHttpDefaults", DEFAULTS));
    }
}
