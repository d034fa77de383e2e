package museum.atrium.notification.audience;

import museum.atrium.outbox.EventTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where this service says what it holds. */
@Configuration(proxyBeanMethods = false)
class ExportAnswersTopic {

    @Bean
    EventTopic declaredExportAnswers() {
        return EventTopic.compacted(ExportAnswers.TOPIC);
    }
}
