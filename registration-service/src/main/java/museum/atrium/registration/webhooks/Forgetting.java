package museum.atrium.registration.webhooks;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** What was told long ago is not kept. Several instances may do so at once. */
@Component
class Forgetting {

    private static final Logger log = LoggerFactory.getLogger(Forgetting.class);
    private static final int MOST = 1_000;

    private final WebhookMessages messages;
    private final WebhookSettings settings;
    private final Clock clock;

    Forgetting(WebhookMessages messages, WebhookSettings settings, Clock clock) {
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void look() {
        try {
            forget();
        } catch (DataAccessException | CannotCreateTransactionException failure) {
            log.warn("Old messages of webhooks are deleted in ten minutes: {}", failure.toString());
        }
    }

    void forget() {
        Instant end = clock.instant().minus(settings.retention());
        while (messages.deleteBefore(end, MOST) == MOST) {
            log.debug("more of webhooks' messages are old");
        }
    }
}
