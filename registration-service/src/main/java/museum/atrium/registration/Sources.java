package museum.atrium.registration;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What would make a test unrepeatable if it were called directly: the time and new identifiers. */
@Configuration(proxyBeanMethods = false)
class Sources {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Reminders fall due by the same clock that they are scheduled with. */
    @Bean
    com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
        return clock::instant;
    }

    @Bean
    Ids ids() {
        return UUID::randomUUID;
    }
}
