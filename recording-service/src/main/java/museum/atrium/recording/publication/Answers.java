package museum.atrium.recording.publication;

import museum.atrium.recording.PublicUrl;
import museum.atrium.recording.audience.KnownActivities;
import museum.atrium.recording.audience.KnownActivity;
import museum.atrium.recording.catalogue.Media;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.intake.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class Answers {

    private static final int WHOLE = 100;

    private final KnownActivities activities;
    private final Uploads uploads;
    private final PublicUrl publicUrl;

    Answers(KnownActivities activities, Uploads uploads, PublicUrl publicUrl) {
        this.activities = activities;
        this.uploads = uploads;
        this.publicUrl = publicUrl;
    }

    RecordingAnswer of(Recording recording) {
        @Nullable String slug =
                activities.find(recording.activity()).map(KnownActivity::slug).orElse(null);
        boolean retracted = recording.state() == RecordingState.RETRACTED;
        Media media = recording.media();
        return new RecordingAnswer(
                recording.id().value(),
                recording.activity(),
                slug,
                recording.session(),
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
                retracted || recording.link() != null
                        ? null
                        : publicUrl.of("/api/recordings/%s/upload".formatted(recording.id())),
                retracted || slug == null ? null : publicUrl.of("/watch/" + slug),
                media == null ? null : media.kind().mediaType(),
                media == null ? null : media.size(),
                media == null ? null : media.sha256());
    }

    private @Nullable Integer progress(Recording recording) {
        return switch (recording.state()) {
            case AWAITING_UPLOAD, FAILED -> 0;
            case UPLOADING -> uploads.progress(recording.id());
            case PROCESSING, READY, SCHEDULED, PUBLISHED -> WHOLE;
            case RETRACTED -> null;
        };
    }
}
