package museum.atrium.recording.attachments;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class GivingUpAttachments {

    private static final Duration LONG_ENOUGH = Duration.ofHours(6);

    private final Attachments attachments;
    private final Clock clock;

    GivingUpAttachments(Attachments attachments, Clock clock) {
        this.attachments = attachments;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${atrium.recordings.expire-every}")
    void giveUp() {
        attachments.giveUpBegunBefore(clock.instant().minus(LONG_ENOUGH));
    }
}
