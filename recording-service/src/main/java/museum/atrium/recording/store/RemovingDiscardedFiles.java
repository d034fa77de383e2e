package museum.atrium.recording.store;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class RemovingDiscardedFiles {

    private final DiscardedFiles discarded;

    RemovingDiscardedFiles(DiscardedFiles discarded) {
        this.discarded = discarded;
    }

    @Scheduled(fixedDelayString = "${atrium.recordings.sweep-every}")
    void remove() {
        discarded.removeLeftOvers();
    }
}
