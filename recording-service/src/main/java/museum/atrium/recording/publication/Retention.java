package museum.atrium.recording.publication;

import java.time.Clock;
import museum.atrium.recording.processing.Processing;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets go of what has been kept long enough, whichever instance looks first. */
@Component
class Retention {

    private final RetentionSettings settings;
    private final Publishing publishing;
    private final Processing processing;
    private final Clock clock;

    Retention(RetentionSettings settings, Publishing publishing, Processing processing, Clock clock) {
        this.settings = settings;
        this.publishing = publishing;
        this.processing = processing;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${atrium.recordings.expire-every}")
    void look() {
        boolean more = true;
        while (settings.published() != null && more) {
            more = publishing.retractPublishedBefore(clock.instant().minus(settings.published()));
        }
        more = true;
        while (settings.source() != null && more) {
            more = processing.removeSourcesOfBefore(clock.instant().minus(settings.source()));
        }
    }
}
