package museum.atrium.recording.publication;

import java.util.Optional;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.intake.Uploads;
import org.springframework.stereotype.Component;

/** Whether a recording may be shown. */
@Component
class Readiness {

    private final Uploads uploads;
    private final Approvals approvals;

    Readiness(Uploads uploads, Approvals approvals) {
        this.uploads = uploads;
        this.approvals = approvals;
    }

    /** Says to who publishes it what has to come first. */
    void refuseUnready(Recording recording) {
        NotYet.refusal(recording, () -> uploads.progress(recording.id())).ifPresent(refusal -> {
            throw refusal;
        });
        approvals.refuseObjected(recording.id());
    }

    Optional<String> objection(Recording recording) {
        return approvals.objection(recording.id());
    }
}
