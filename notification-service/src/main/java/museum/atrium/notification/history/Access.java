package museum.atrium.notification.history;

import museum.atrium.http.OrganizerPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Only organisers see what was sent to whom. */
@Configuration(proxyBeanMethods = false)
class Access {

    @Bean
    OrganizerPaths organizerPaths() {
        return OrganizerPaths.of("/api/**");
    }
}
