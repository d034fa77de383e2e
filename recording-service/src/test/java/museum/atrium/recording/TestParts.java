package museum.atrium.recording;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

@TestConfiguration(proxyBeanMethods = false)
class TestParts {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    LiveRooms liveRooms(MovableClock clock) {
        return new LiveRooms(clock);
    }

    @Bean(destroyMethod = "close")
    @Lazy
    Neighbours neighbours(Environment environment) {
        return new Neighbours(environment.getRequiredProperty("spring.kafka.bootstrap-servers"));
    }

    @Bean
    @Lazy
    Organiser organiser(Environment environment) {
        return new Organiser(environment.getRequiredProperty("local.server.port", Integer.class));
    }
}
