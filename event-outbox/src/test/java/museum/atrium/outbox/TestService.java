package museum.atrium.outbox;

import java.time.Duration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** A service that writes and reads events and keeps what it read in a table. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Guests.class, Writing.class})
class TestService {

    static final String NAME = "test-service";
    static final String NAMED = "spring.application.name=" + NAME;

    /** Read by {@link Guests}. */
    static final String GUESTS = "test.guests";

    /** Read by nobody but tests. */
    static final String CALLS = "test.calls";

    /** For tests that need the service as a process of its own. */
    static void main(String[] arguments) {
        SpringApplication.run(TestService.class, arguments);
    }

    @Bean
    EventTopic guestsTopic() {
        return EventTopic.compacted(GUESTS);
    }

    @Bean
    EventTopic callsTopic() {
        return EventTopic.retained(CALLS, Duration.ofDays(14));
    }

    @Bean
    KafkaTopics kafkaTopics(Environment environment) {
        return new KafkaTopics(environment.getRequiredProperty("spring.kafka.bootstrap-servers"));
    }
}
