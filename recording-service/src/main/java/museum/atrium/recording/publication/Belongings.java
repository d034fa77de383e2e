package museum.atrium.recording.publication;

import java.time.Duration;
import museum.atrium.recording.attachments.Attachments;
import museum.atrium.recording.captions.Captions;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.chapters.Chapters;
import museum.atrium.recording.intake.Uploads;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All that hangs on a recording beside its description. */
@Component
class Belongings {

    private final Uploads uploads;
    private final Captions captions;
    private final Chapters chapters;
    private final Attachments attachments;
    private final Approvals approvals;

    Belongings(Uploads uploads, Captions captions, Chapters chapters, Attachments attachments, Approvals approvals) {
        this.uploads = uploads;
        this.captions = captions;
        this.chapters = chapters;
        this.attachments = attachments;
        this.approvals = approvals;
    }

    /** What one recording has becomes another's, in place of what that had. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(RecordingId from, RecordingId to) {
        uploads.handOver(from, to);
        captions.handOver(from, to);
        chapters.handOver(from, to);
        attachments.handOver(from, to);
        approvals.handOver(from, to);
    }

    /** What is shown begins elsewhere in what was uploaded: everything is so much later, or earlier where that is negative. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moved(RecordingId recording, Duration later) {
        captions.moved(recording, later);
        chapters.moved(recording, later);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(RecordingId recording) {
        uploads.forget(recording);
        captions.forget(recording);
        chapters.forget(recording);
        attachments.forget(recording);
    }
}
