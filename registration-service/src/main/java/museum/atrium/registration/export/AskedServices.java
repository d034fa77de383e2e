package museum.atrium.registration.export;

import museum.atrium.outbox.EventHandler;
import museum.atrium.registration.OtherService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Who says what is held elsewhere. */
@Configuration(proxyBeanMethods = false)
class AskedServices {

    @Bean
    EventHandler exportsInNotification(ExportAnswers answers, JsonMapper json) {
        return new ExportAnswersHandler(OtherService.NOTIFICATION, answers, json);
    }

    @Bean
    EventHandler exportsInRecording(ExportAnswers answers, JsonMapper json) {
        return new ExportAnswersHandler(OtherService.RECORDING, answers, json);
    }
}
