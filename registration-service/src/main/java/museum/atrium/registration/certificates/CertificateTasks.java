package museum.atrium.registration.certificates;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityEvent;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.signup.AttendanceCounted;
import museum.atrium.registration.signup.Attending;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** When certificates are issued: as soon as everything is over and settled, and whenever more becomes known after that. */
@Configuration(proxyBeanMethods = false)
class CertificateTasks {

    private static final TaskDescriptor<Void> CERTIFICATION = TaskDescriptor.of("certification", Void.class);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final ObjectProvider<SchedulerClient> scheduler;
    private final IssuingCertificates issuing;
    private final Clock clock;

    CertificateTasks(ObjectProvider<SchedulerClient> scheduler, IssuingCertificates issuing, Clock clock) {
        this.scheduler = scheduler;
        this.issuing = issuing;
        this.clock = clock;
    }

    @Bean
    Task<Void> certification() {
        return Tasks.oneTime(CERTIFICATION)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(SOON))
                .execute((instance, context) -> issuing.issueDue(
                        new ActivityId(UUID.fromString(instance.getId().split("/")[0]))));
    }

    /** The activity's revision is in the id: what follows from another change is not lost in a task that runs already. */
    @EventListener
    void on(ActivityEvent event) {
        Activity activity = event.activity();
        List<Session> live = activity.liveSessions();
        boolean settled = live.stream().allMatch(session -> session.attendanceSettledAt() != null);
        if (activity.isPublished() && activity.certificates() != null && !live.isEmpty() && settled) {
            Instant due = live.stream().map(Session::endsAt).reduce(clock.instant(), CertificateTasks::later);
            scheduler
                    .getObject()
                    .scheduleIfNotExists(
                            CERTIFICATION
                                    .instance(activity.id() + "/" + activity.revision())
                                    .build(),
                            due);
        }
    }

    /** By the join page one comes before a session is over, and so before anything is due. */
    @EventListener
    void on(AttendanceCounted event) {
        if (event.source() != Attending.Source.JOIN_PAGE) {
            issuing.issueTo(event.session(), event.registrations());
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
