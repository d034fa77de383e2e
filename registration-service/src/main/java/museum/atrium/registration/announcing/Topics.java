package museum.atrium.registration.announcing;

import java.time.Duration;
import museum.atrium.outbox.EventTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topics that this service writes to and therefore declares. */
@Configuration(proxyBeanMethods = false)
class Topics {

    static final String ACTIVITIES = "atrium.activities";
    static final String REGISTRATIONS = "atrium.registrations";
    static final String CONTACTS = "atrium.contacts";
    static final String REMINDERS = "atrium.reminders";
    static final String MESSAGES = "atrium.messages";
    static final String NETWORKS = "atrium.networks";
    static final String ERASURES = "atrium.erasures";
    static final String EXPORTS = "atrium.exports";

    @Bean
    EventTopic activitiesTopic() {
        return EventTopic.compacted(ACTIVITIES);
    }

    @Bean
    EventTopic registrationsTopic() {
        return EventTopic.compacted(REGISTRATIONS);
    }

    @Bean
    EventTopic contactsTopic() {
        return EventTopic.compacted(CONTACTS);
    }

    @Bean
    EventTopic remindersTopic() {
        return EventTopic.retained(REMINDERS, Duration.ofDays(14));
    }

    @Bean
    EventTopic messagesTopic() {
        return EventTopic.retained(MESSAGES, Duration.ofDays(14));
    }

    @Bean
    EventTopic networksTopic() {
        return EventTopic.compacted(NETWORKS);
    }

    /** For ever: who comes back after however long still learns what is to be erased. */
    @Bean
    EventTopic erasuresTopic() {
        return EventTopic.compacted(ERASURES);
    }

    @Bean
    EventTopic exportsTopic() {
        return EventTopic.compacted(EXPORTS);
    }
}
