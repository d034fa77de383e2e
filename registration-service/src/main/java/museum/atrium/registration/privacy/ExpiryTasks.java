package museum.atrium.registration.privacy;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.signup.CalendarFeeds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks now and then whose period is over; one instance does it for all. What a crash interrupts goes on with the next look. */
@Configuration(proxyBeanMethods = false)
class ExpiryTasks {

    private static final Logger log = LoggerFactory.getLogger(ExpiryTasks.class);
    private static final Duration EVERY = Duration.ofMinutes(15);

    private final ExpiredActivities expired;
    private final Expiring expiring;
    private final CalendarFeeds feeds;

    ExpiryTasks(ExpiredActivities expired, Expiring expiring, CalendarFeeds feeds) {
        this.expired = expired;
        this.expiring = expiring;
        this.feeds = feeds;
    }

    @Bean
    Task<Void> expiry() {
        return Tasks.recurring("personal-data-expiry", FixedDelay.of(EVERY))
                .execute((instance, context) ->
                        expire(() -> context.getSchedulerState().isShuttingDown()));
    }

    void expire(BooleanSupplier stopping) {
        for (ActivityId activity : expired.all()) {
            try {
                boolean more = true;
                while (more && !stopping.getAsBoolean()) {
                    more = expiring.expireSome(activity);
                }
            } catch (RuntimeException failure) {
                // One that cannot go now does not keep the others.
                log.warn("The personal data of activity {} goes later, because: {}", activity, failure.toString());
            }
        }
        feeds.forgetUnused();
    }
}
