package museum.atrium.recording.publication;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class ConfirmingRemovals {

    private final Removals removals;

    ConfirmingRemovals(Removals removals) {
        this.removals = removals;
    }

    @Scheduled(fixedDelayString = "${atrium.recordings.sweep-every}")
    void confirm() {
        removals.confirmGone();
    }
}
