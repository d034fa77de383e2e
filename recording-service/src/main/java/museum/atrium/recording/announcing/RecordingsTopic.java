package museum.atrium.recording.announcing;

import museum.atrium.outbox.EventTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecordingsTopic {

    @Bean
    EventTopic declaredRecordings() {
        return EventTopic.compacted(Announcements.TOPIC);
    }
}
