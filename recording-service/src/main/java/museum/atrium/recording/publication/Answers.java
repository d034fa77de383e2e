package museum.atrium.recording.publication;

import java.net.URI;
import museum.atrium.http.Refusal;
import museum.atrium.recording.catalogue.Media;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.catalogue.Recordings;
import museum.atrium.recording.intake.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class Answers {

    private static final int WHOLE = 100;

    private final Recordings recordings;
    private final Uploads uploads;
    private final ProcessingAnswers processing;
    private final Approvals approvals;
    private final Addresses addresses;

    Answers(
            Recordings recordings,
            Uploads uploads,
            ProcessingAnswers processing,
            Approvals approvals,
            Addresses addresses) {
        this.recordings = recordings;
        this.uploads = uploads;
        this.processing = processing;
        this.approvals = approvals;
        this.addresses = addresses;
    }

    RecordingAnswer of(RecordingId id) {
        return recordings
                .find(id)
                .map(this::of)
                .orElseThrow(() -> Refusal.notFound("There is no recording " + id + "."));
    }

    URI address(Recording recording) {
        return addresses.of(recording);
    }

    RecordingAnswer of(Recording recording) {
        @Nullable String slug = addresses.slug(recording);
        boolean retracted = recording.state() == RecordingState.RETRACTED;
        Media media = recording.media();
        Approval approval = approvals.of(recording.id());
        return new RecordingAnswer(
                recording.id().value(),
                recording.activity(),
                slug,
                recording.session(),
                addresses.replaces(recording),
                recording.title(),
                recording.language(),
                recording.access(),
                recording.link(),
                recording.state(),
                progress(recording),
                recording.reason(),
                recording.createdAt(),
                recording.dueAt(),
                recording.publishedAt(),
                recording.availableUntil(),
                retracted || recording.link() != null ? null : addresses.upload(recording),
                retracted || slug == null ? null : addresses.watch(slug),
                media == null ? null : media.kind().mediaType(),
                media == null ? null : media.size(),
                media == null ? null : media.sha256(),
                processing.duration(recording),
                processing.of(recording),
                processing.renditions(recording),
                approval.approved(),
                approval.releases());
    }

    private @Nullable Integer progress(Recording recording) {
        return switch (recording.state()) {
            case AWAITING_UPLOAD, FAILED -> 0;
            case UPLOADING -> uploads.progress(recording.id());
            case PROCESSING -> processing.progress(recording);
            case READY, SCHEDULED, PUBLISHED -> WHOLE;
            case RETRACTED -> null;
        };
    }
}
