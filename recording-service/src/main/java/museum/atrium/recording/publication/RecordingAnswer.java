package museum.atrium.recording.publication;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import museum.atrium.recording.captions.Captions.Track;
import museum.atrium.recording.catalogue.AccessPolicy;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.intake.Imports.Underway;
import museum.atrium.recording.processing.Processing.StepStanding;
import museum.atrium.recording.publication.Approval.Approved;
import museum.atrium.recording.publication.Approval.Release;
import org.jspecify.annotations.Nullable;

/**
 * A recording as organisers see it.
 *
 * @param replaces which one it takes the place of when it is published
 * @param url where it lies when it was not uploaded here
 * @param uploadUrl where tus creates its upload; null when it lies elsewhere or was retracted
 * @param watchUrl null when it was retracted
 * @param progress of 100, of the upload and then of its processing; null when it was retracted
 * @param fetching of a file that comes from elsewhere; null: none is on its way
 * @param mediaType of the file that was uploaded, as size and sha256 are
 * @param duration of the file that was uploaded, in seconds; null when it is not known
 * @param processing null when there is nothing to process
 * @param views how often somebody began to watch
 * @param at when it is to be published, while it is scheduled
 */
record RecordingAnswer(
        UUID id,
        UUID activity,
        @Nullable String slug,
        @Nullable UUID session,
        @Nullable UUID replaces,
        String title,
        String language,
        AccessPolicy access,
        @Nullable URI url,
        RecordingState state,
        @Nullable Integer progress,
        @Nullable Underway fetching,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant at,
        @Nullable Instant publishedAt,
        @Nullable Instant availableUntil,
        @Nullable URI uploadUrl,
        @Nullable URI watchUrl,
        @Nullable String mediaType,
        @Nullable Long size,
        @Nullable String sha256,
        @Nullable Double duration,
        @Nullable ProcessingAnswer processing,
        List<RenditionAnswer> renditions,
        List<Track> captions,
        List<ChapterAnswer> chapters,
        List<AttachmentAnswer> attachments,
        long views,
        @Nullable Approved approval,
        List<Release> releases) {

    /**
     * @param state WAITING, RUNNING, DONE, FAILED, CANCELLED; UNAVAILABLE where nothing is processed
     * @param reason why it is unavailable
     * @param start in seconds of the source, what comes before is left out
     * @param sourceRemovedAt when what was uploaded was removed, after the time for which it is kept
     */
    record ProcessingAnswer(
            String state,
            @Nullable String reason,
            @Nullable Double start,
            @Nullable Double end,
            @Nullable Instant sourceRemovedAt,
            List<StepStanding> steps) {}

    /** @param size in bytes */
    record AttachmentAnswer(String name, String mediaType, long size) {}

    /** @param start in seconds of the recording as it is shown */
    record ChapterAnswer(double start, String title, List<String> speakers) {}

    /** @param width in pixels; null for sound */
    record RenditionAnswer(
            String name,
            String mediaType,
            long size,
            @Nullable Integer width,
            @Nullable Integer height) {}
}
