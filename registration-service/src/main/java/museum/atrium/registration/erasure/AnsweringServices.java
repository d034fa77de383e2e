package museum.atrium.registration.erasure;

import museum.atrium.outbox.EventHandler;
import museum.atrium.registration.OtherService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Who answers what this service asks to be erased. */
@Configuration(proxyBeanMethods = false)
class AnsweringServices {

    @Bean
    EventHandler erasuresInNotification(Erasures erasures, JsonMapper json) {
        return new AnswersHandler(OtherService.NOTIFICATION, erasures, json);
    }

    @Bean
    EventHandler erasuresInRecording(Erasures erasures, JsonMapper json) {
        return new AnswersHandler(OtherService.RECORDING, erasures, json);
    }
}
