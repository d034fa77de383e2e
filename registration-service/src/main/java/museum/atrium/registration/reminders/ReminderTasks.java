package museum.atrium.registration.reminders;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityEvent;
import museum.atrium.registration.programme.ReminderDistance;
import museum.atrium.registration.programme.Session;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * One task for each session and distance, scheduled in the transaction that changes the session. The session's revision
 * is part of a task's id: moving a session leaves its old tasks as they are, and they find that they are out of date.
 */
@Configuration(proxyBeanMethods = false)
class ReminderTasks {

    private static final TaskDescriptor<Void> REMINDER = TaskDescriptor.of("reminder");

    /** A reminder may be due ten minutes before a session or less: it cannot wait longer for its next try. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    ReminderTasks(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Bean
    Task<Void> reminder(Reminding reminding) {
        return Tasks.oneTime(REMINDER)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(SOON))
                .execute((instance, context) -> reminding.remind(ReminderId.parse(instance.getId())));
    }

    @EventListener
    void on(ActivityEvent event) {
        Activity activity = event.activity();
        if (!activity.isPublished()) {
            return;
        }
        Instant now = clock.instant();
        for (Session session : activity.liveSessions()) {
            for (ReminderDistance distance : activity.reminders()) {
                Instant dueAt = distance.before(session.startsAt());
                if (dueAt.isAfter(now)) {
                    ReminderId id = new ReminderId(session.id(), session.revision(), distance.text());
                    scheduler
                            .getObject()
                            .scheduleIfNotExists(REMINDER.instance(id.text()).build(), dueAt);
                }
            }
        }
    }
}
