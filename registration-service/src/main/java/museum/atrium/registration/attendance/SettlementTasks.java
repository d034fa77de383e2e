package museum.atrium.registration.attendance;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityEvent;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.programme.SettlingAttendance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Some time after a session's end its attendance is settled by itself, unless a list or the organiser did so before. */
@Configuration(proxyBeanMethods = false)
class SettlementTasks {

    private static final TaskDescriptor<Long> SETTLEMENT = TaskDescriptor.of("settlement", Long.class);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final ObjectProvider<SchedulerClient> scheduler;
    private final AttendanceSettings settings;
    private final Clock clock;

    SettlementTasks(ObjectProvider<SchedulerClient> scheduler, AttendanceSettings settings, Clock clock) {
        this.scheduler = scheduler;
        this.settings = settings;
        this.clock = clock;
    }

    /** The session's revision is in the id, as with reminders: what was scheduled before it moved does nothing. */
    @Bean
    Task<Long> settlement(SettlingAttendance settling) {
        return Tasks.oneTime(SETTLEMENT)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(SOON))
                .execute((instance, context) -> settling.settleIfUnchanged(
                        new SessionId(UUID.fromString(instance.getId().split("/")[0])), instance.getData()));
    }

    @EventListener
    void on(ActivityEvent event) {
        Activity activity = event.activity();
        if (!activity.isPublished()) {
            return;
        }
        for (Session session : activity.liveSessions()) {
            Instant settledBy = session.endsAt().plus(settings.settlesAfter());
            if (session.attendanceSettledAt() == null && settledBy.isAfter(clock.instant())) {
                scheduler
                        .getObject()
                        .scheduleIfNotExists(
                                SETTLEMENT
                                        .instance(session.id() + "/" + session.revision())
                                        .data(session.revision())
                                        .build(),
                                settledBy);
            }
        }
    }
}
