package museum.atrium.recording.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.Recordings;
import museum.atrium.recording.store.MediaFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of an upload and its recording together. The recording is locked first, always. */
@Component
public class Uploads {

    private static final int WHOLE = 100;

    private final Recordings recordings;
    private final UploadRows rows;
    private final MediaFolder folder;
    private final DroppingUploads dropping;
    private final Clock clock;

    Uploads(Recordings recordings, UploadRows rows, MediaFolder folder, DroppingUploads dropping, Clock clock) {
        this.recordings = recordings;
        this.rows = rows;
        this.folder = folder;
        this.dropping = dropping;
        this.clock = clock;
    }

    /** A new one takes the place of one that was never finished. */
    @Transactional
    Upload begin(UUID id, RecordingId of, @Nullable Long length, @Nullable String metadata) {
        Recording recording = recordings.lockExisting(of);
        if (recording.link() != null) {
            throw Refusal.conflict(
                    "recording-elsewhere", "The recording %s lies elsewhere and takes no upload.".formatted(of));
        }
        Recording uploading = recording.uploading();
        rows.of(of).ifPresent(dropping::drop);
        recordings.save(uploading);
        Upload upload = new Upload(id, of, length, metadata, false, clock.instant());
        rows.add(upload);
        return upload;
    }

    Optional<Upload> of(RecordingId recording) {
        return rows.of(recording);
    }

    Optional<Upload> find(UUID id) {
        return rows.find(id);
    }

    /** Those that somebody has cared for most lately come last. */
    List<Upload> unfinished() {
        return rows.unfinished();
    }

    /** Somebody still cares for it; its length may have become known. */
    @Transactional
    void touch(Upload upload, @Nullable Long length) {
        rows.touch(new Upload(
                upload.id(), upload.recording(), length, upload.metadata(), upload.finished(), clock.instant()));
    }

    /** Ended by the uploader, or by time. */
    @Transactional
    void terminate(Upload upload) {
        recordings
                .lock(upload.recording())
                .filter(recording -> rows.find(upload.id()).isPresent())
                .ifPresent(recording -> {
                    recordings.save(recording.withoutUpload());
                    dropping.drop(upload);
                });
    }

    @Transactional
    void terminateUntouchedFor(Duration time) {
        rows.untouchedSince(clock.instant().minus(time)).stream()
                .filter(upload -> !complete(upload))
                .forEach(this::terminate);
    }

    /** Every byte that was announced is there. */
    boolean complete(Upload upload) {
        return upload.length() != null && folder.size(upload.file()) == upload.length();
    }

    /** How much of the announced bytes has arrived, of 100. */
    public int progress(RecordingId recording) {
        return rows.of(recording).map(this::progress).orElse(0);
    }

    private int progress(Upload upload) {
        Long length = upload.length();
        return length == null || length == 0 ? 0 : (int) (folder.size(upload.file()) * WHOLE / length);
    }

    /** With all its bytes, for the caller's transaction that takes the recording back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(RecordingId recording) {
        rows.of(recording).ifPresent(dropping::drop);
    }

    /** What one recording has becomes another's; what that had is gone, with all its bytes. Both are locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(RecordingId from, RecordingId to) {
        dropping.handOver(from, to);
    }
}
