package museum.atrium.recording.publication;

import java.time.Clock;
import museum.atrium.recording.announcing.Announcements;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.catalogue.Recordings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Shows a recording that may be shown, and hides one, in the transaction that tells the others. */
@Component
class Revealing {

    private static final Logger log = LoggerFactory.getLogger(Revealing.class);

    private final Recordings recordings;
    private final Replacing replacing;
    private final Announcements announcements;
    private final Clock clock;

    Revealing(Recordings recordings, Replacing replacing, Announcements announcements, Clock clock) {
        this.recordings = recordings;
        this.replacing = replacing;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** What is shown from now on: the recording itself, or the one whose new version it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Recording show(Recording recording) {
        return replacing
                .takePlace(recording)
                .map(replaced -> {
                    announcements.updated(replaced);
                    return replaced;
                })
                .orElseGet(() -> showAnew(recording));
    }

    private Recording showAnew(Recording recording) {
        Recording published = recording.published(clock.instant());
        recordings.save(published);
        announcements.published(published);
        log.info("The recording {} is published", published.id());
        return published;
    }

    /** Others are told that it was retracted, if they had been told of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Recording hide(Recording recording) {
        Recording retracted = recording.retracted();
        recordings.save(retracted);
        if (recording.state() == RecordingState.PUBLISHED) {
            announcements.retracted(retracted);
        }
        log.info("The recording {} is retracted", recording.id());
        return retracted;
    }
}
