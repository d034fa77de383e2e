package museum.atrium.http.house;

import museum.atrium.http.OrganizerPaths;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class HouseApplication {

    @Bean
    OrganizerPaths organizerPaths() {
        return OrganizerPaths.of("/api/organizer/**");
    }
}
