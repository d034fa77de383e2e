package museum.atrium.recording.intake;

import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.processing.Processing;
import museum.atrium.recording.store.DiscardedFiles;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives up what was uploaded, and all that was made of it. */
@Component
class DroppingUploads {

    private final UploadRows rows;
    private final Imports imports;
    private final Processing processing;
    private final DiscardedFiles discarded;

    DroppingUploads(UploadRows rows, Imports imports, Processing processing, DiscardedFiles discarded) {
        this.rows = rows;
        this.imports = imports;
        this.processing = processing;
        this.discarded = discarded;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void drop(Upload upload) {
        processing.forget(upload.recording());
        rows.remove(upload);
        discarded.discard(upload.file());
        discarded.discard(upload.lock());
        discarded.discard(upload.check());
    }

    /** What one recording has becomes another's, in place of what that had. */
    @Transactional(propagation = Propagation.MANDATORY)
    void handOver(RecordingId from, RecordingId to) {
        rows.of(to).ifPresent(this::drop);
        rows.move(from, to);
        processing.handOver(from, to);
    }

    /** Its bytes are the recording's now. The row stays: an uploader that missed the answer asks for its offset. */
    @Transactional(propagation = Propagation.MANDATORY)
    void finished(Upload upload) {
        rows.finish(upload);
        imports.remove(upload.id());
        discarded.discard(upload.lock());
    }
}
