package museum.atrium.registration.signup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Who asks for lost links is answered before anything is looked up, so that not even the time that it takes tells whether
 * the address is known. What was asked survives a crash, and is forgotten when it is done.
 */
@Configuration(proxyBeanMethods = false)
class RecoveryTasks {

    private static final TaskDescriptor<String> RECOVERY = TaskDescriptor.of("recovery", String.class);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    RecoveryTasks(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Bean
    Task<String> recovery(RecoveringLinks recovering) {
        return Tasks.oneTime(RECOVERY)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(SOON))
                .execute((instance, context) -> recovering.tell(instance.getData()));
    }

    void ask(EmailAddress address) {
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        RECOVERY.instance(digest(address)).data(address.key()).build(), clock.instant());
    }

    /** Whoever asks twice at once gets one mail. */
    private static String digest(EmailAddress address) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(address.key().getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }
}
