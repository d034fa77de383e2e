package museum.atrium.registration.signup;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityEvent;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * What the passing of time does to places. A full session that has ended stops nobody any more, so the waitlist is looked
 * through then; a task that comes too early, because the session moved, finds nothing to do.
 */
@Configuration(proxyBeanMethods = false)
class PlacesInTime {

    private static final TaskDescriptor<Void> SESSION_OVER = TaskDescriptor.of("session-over");
    private static final Duration SOON = Duration.ofSeconds(2);

    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    PlacesInTime(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Bean
    Task<Void> sessionOver(PlacesReleased places) {
        return Tasks.oneTime(SESSION_OVER)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(SOON))
                .execute((instance, context) -> {
                    String id = instance.getId();
                    places.sessionOver(new SessionId(UUID.fromString(id.substring(0, id.indexOf(':')))));
                });
    }

    @Bean
    Task<Void> oldIdempotencyKeys(IdempotencyKeys keys) {
        return Tasks.recurring("old-idempotency-keys", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> keys.forgetOld());
    }

    @EventListener
    void on(ActivityEvent event) {
        Activity activity = event.activity();
        if (!activity.isPublished() || !activity.signUp().waitlist()) {
            return;
        }
        for (Session session : activity.scheduledSessions()) {
            if (session.places().capacity() != null && session.endsAt().isAfter(clock.instant())) {
                String id = session.id() + ":" + session.revision();
                scheduler
                        .getObject()
                        .scheduleIfNotExists(SESSION_OVER.instance(id).build(), session.endsAt());
            }
        }
    }
}
