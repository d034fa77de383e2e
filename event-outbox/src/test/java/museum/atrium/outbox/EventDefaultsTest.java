package museum.atrium.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class EventDefaultsTest {

    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void aReplayStartsNoWebServer() {
        environment.setProperty("replay-dead-letters", "test.guests");

        assertThat(defaults("spring.main.web-application-type")).isEqualTo("none");
    }

    @Test
    void aServiceStartsItsWebServer() {
        assertThat(defaults("spring.main.web-application-type")).isEqualTo("none given");
    }

    @Test
    void theServicesOwnConfigurationGoesFirst() {
        environment.setProperty("logging.level.org.apache.kafka", "debug");

        assertThat(defaults("logging.level.org.apache.kafka")).isEqualTo("debug");
    }

    private String defaults(String property) {
        new EventDefaults().postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty(property, "none given");
    }
}
