package museum.atrium.recording;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import museum.atrium.http.OrganizerPaths;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class RecordingApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(RecordingApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    OrganizerPaths organizerPaths() {
        return new OrganizerPaths(List.of("/api/**", "/organizer/**"));
    }

    /** Where the secret parts of media addresses come from: they must not be guessed. */
    @Bean
    RandomGenerator randomness() {
        return new SecureRandom();
    }
}
