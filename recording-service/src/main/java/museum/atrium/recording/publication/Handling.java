package museum.atrium.recording.publication;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import museum.atrium.recording.catalogue.AccessPolicy;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What organisers do with recordings, by whichever way they ask. Each is refused as in the calls of programs. */
@Component
public class Handling {

    private final Drafting drafting;
    private final Publishing publishing;
    private final Approving approving;
    private final Reprocessing reprocessing;
    private final Looking looking;

    Handling(
            Drafting drafting, Publishing publishing, Approving approving, Reprocessing reprocessing, Looking looking) {
        this.drafting = drafting;
        this.publishing = publishing;
        this.approving = approving;
        this.reprocessing = reprocessing;
        this.looking = looking;
    }

    /** @param url where it lies when it is not uploaded here */
    public Recording enter(
            String activity, @Nullable UUID session, String title, @Nullable String url, AccessPolicy access) {
        return drafting.draft(new RecordingDraft(activity, session, title, null, access.name(), url, null));
    }

    /** @param at null, or passed: now */
    public Recording publish(RecordingId id, @Nullable Instant at) {
        return publishing.publish(id, at);
    }

    /** What was to be published at a time is not any more, and can be at another. */
    public void unschedule(RecordingId id) {
        publishing.unschedule(id);
    }

    public void retract(RecordingId id) {
        publishing.retract(id);
    }

    public void remove(RecordingId id) {
        publishing.remove(id);
    }

    public void approve(RecordingId id) {
        approving.approve(id);
    }

    /** As people know them; null: nobody has. */
    public @Nullable String approvedBy(RecordingId id) {
        return approving.approvedBy(id);
    }

    public void retry(RecordingId id) {
        reprocessing.retry(id);
    }

    /** A link for colleagues and speakers. */
    public URI preview(RecordingId id) {
        return looking.preview(id);
    }

    /** Of 100; null when it was retracted. */
    public @Nullable Integer progress(Recording recording) {
        return looking.progress(recording);
    }
}
