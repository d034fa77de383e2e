package museum.atrium.notification.bounces;

import jakarta.mail.MessagingException;
import java.time.Duration;
import museum.atrium.notification.background.Background;
import museum.atrium.notification.background.Wake;
import museum.atrium.notification.replies.Reply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks into the mailbox of bounces again and again, where there is one. While it is away, more and more seldom. */
@Component
class BounceReading implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BounceReading.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 4;

    private final MailboxSettings settings;
    private final BounceMailbox mailbox;
    private final BounceMetrics metrics;
    private @Nullable Background thread;
    private int failures;

    BounceReading(MailboxSettings settings, BounceMailbox mailbox, BounceMetrics metrics) {
        this.settings = settings;
        this.mailbox = mailbox;
        this.metrics = metrics;
    }

    @Override
    public synchronized void start() {
        if (settings.isConfigured()) {
            thread = Background.start("reading bounces", new Wake(), this::turn);
        }
    }

    private Duration turn() {
        try {
            boolean more = mailbox.read();
            if (failures > 0) {
                log.info("The mailbox of bounces is reached again");
            }
            failures = 0;
            metrics.reached(true);
            return more ? Duration.ZERO : settings.poll();
        } catch (MessagingException away) {
            if (failures == 0) {
                log.warn(
                        "The mailbox of bounces is not reached, and bounces wait in it: {}",
                        Reply.withoutAddresses(away.getMessage()));
            }
            metrics.reached(false);
            return settings.poll().multipliedBy(1L << Math.min(failures++, MOST_DOUBLINGS));
        }
    }

    @Override
    public synchronized void stop() {
        Background running = thread;
        thread = null;
        if (running != null) {
            running.stop();
            running.awaitEnd(PATIENCE);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
