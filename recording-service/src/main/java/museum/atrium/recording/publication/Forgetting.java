package museum.atrium.recording.publication;

import museum.atrium.recording.catalogue.RecordingId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Removes every byte of a recording, and keeps the proof of it. */
@Component
class Forgetting {

    private final Belongings belongings;
    private final Removals removals;

    Forgetting(Belongings belongings, Removals removals) {
        this.belongings = belongings;
        this.removals = removals;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(RecordingId recording) {
        removals.note(recording);
        belongings.forget(recording);
    }
}
