package museum.atrium.notification.reachability;

import java.time.Duration;
import museum.atrium.outbox.EventTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where this service says who can be reached. */
@Configuration(proxyBeanMethods = false)
class ReachTopic {

    static final String NAME = "atrium.deliveries";

    @Bean
    EventTopic declaredReach() {
        return EventTopic.retained(NAME, Duration.ofDays(14));
    }
}
