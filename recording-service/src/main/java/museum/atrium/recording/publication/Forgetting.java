package museum.atrium.recording.publication;

import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.intake.Uploads;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Removes every byte of a recording, and keeps the proof of it. */
@Component
class Forgetting {

    private final Uploads uploads;
    private final Removals removals;

    Forgetting(Uploads uploads, Removals removals) {
        this.uploads = uploads;
        this.removals = removals;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(RecordingId recording) {
        removals.note(recording);
        uploads.forget(recording);
    }
}
