package museum.atrium.recording.publication;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Publishes what was scheduled when its time has come, whichever instance looks first. */
@Component
class PublicationClock {

    private final Publishing publishing;

    PublicationClock(Publishing publishing) {
        this.publishing = publishing;
    }

    @Scheduled(fixedDelayString = "${atrium.recordings.publish-every}")
    void tick() {
        boolean more;
        do {
            more = publishing.publishDue();
        } while (more);
    }
}
