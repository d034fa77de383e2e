package museum.atrium.http.house;

import java.util.List;
import museum.atrium.http.OrganizerPaths;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class HouseApplication {

    @Bean
    OrganizerPaths organizerPaths() {
        return new OrganizerPaths(List.of("/api/organizer/**", "/organizer/**"), List.of("/api/organizer/*/search"));
    }
}
