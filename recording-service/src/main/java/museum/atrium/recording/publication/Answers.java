package museum.atrium.recording.publication;

import java.net.URI;
import museum.atrium.recording.catalogue.Media;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.catalogue.Recordings;
import museum.atrium.recording.publication.ProcessingAnswers.Way;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class Answers {

    private final Recordings recordings;
    private final ProcessingAnswers processing;
    private final BelongingsAnswers belongings;
    private final Approvals approvals;
    private final Addresses addresses;

    Answers(
            Recordings recordings,
            ProcessingAnswers processing,
            BelongingsAnswers belongings,
            Approvals approvals,
            Addresses addresses) {
        this.recordings = recordings;
        this.processing = processing;
        this.belongings = belongings;
        this.approvals = approvals;
        this.addresses = addresses;
    }

    RecordingAnswer of(RecordingId id) {
        return of(recordings.existing(id));
    }

    URI address(Recording recording) {
        return addresses.of(recording);
    }

    RecordingAnswer of(Recording recording) {
        @Nullable String slug = addresses.slug(recording);
        boolean retracted = recording.state() == RecordingState.RETRACTED;
        Media media = recording.media();
        Approval approval = approvals.of(recording.id());
        Way way = processing.of(recording);
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
                way.progress(),
                way.fetching(),
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
                way.duration(),
                way.processing(),
                belongings.renditions(recording),
                belongings.captions(recording),
                belongings.chapters(recording),
                belongings.attachments(recording),
                belongings.views(recording),
                approval.approved(),
                approval.releases());
    }
}
