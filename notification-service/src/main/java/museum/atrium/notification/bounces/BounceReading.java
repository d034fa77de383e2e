package museum.atrium.notification.bounces;

import jakarta.mail.MessagingException;
import java.time.Duration;
import museum.atrium.notification.background.Backgrounds;
import museum.atrium.notification.background.Wake;
import museum.atrium.notification.replies.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks into the mailbox of bounces again and again, where there is one. While it is away, more and more seldom. */
@Component
class BounceReading extends Backgrounds {

    private static final Logger log = LoggerFactory.getLogger(BounceReading.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 4;

    private final MailboxSettings settings;
    private final BounceMailbox mailbox;
    private final BounceMetrics metrics;
    private int failures;

    BounceReading(MailboxSettings settings, BounceMailbox mailbox, BounceMetrics metrics) {
        super(PATIENCE);
        this.settings = settings;
        this.mailbox = mailbox;
        this.metrics = metrics;
    }

    @Override
    protected void begin() {
        if (settings.isConfigured()) {
            repeat("reading bounces", new Wake(), this::turn);
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
}
