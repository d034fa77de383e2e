package museum.atrium.registration.export;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExportTasks {

    /** Once over all instances. What is over is not shown already before. */
    @Bean
    Task<Void> oldExports(EndingExports ending) {
        return Tasks.recurring("old-exports", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> ending.endOld());
    }
}
