package museum.atrium.notification.audience;

import museum.atrium.outbox.EventTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where this service says what it erased. */
@Configuration(proxyBeanMethods = false)
class ErasureAnswers {

    static final String TOPIC = "atrium.erasures.notification";

    @Bean
    EventTopic erasureAnswersTopic() {
        return EventTopic.compacted(TOPIC);
    }
}
