package museum.atrium.notification.history;

import java.util.List;
import museum.atrium.http.OrganizerPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Only organisers see what was sent to whom. */
@Configuration(proxyBeanMethods = false)
class Access {

    @Bean
    OrganizerPaths organizerPaths() {
        return new OrganizerPaths(
                List.of("/api/**", "/organizer/**"),
                List.of(
                        "/api/deliveries/search",
                        "/organizer/deliveries/search",
                        "/api/suppressions/search",
                        "/api/templates/*/*/preview"));
    }
}
