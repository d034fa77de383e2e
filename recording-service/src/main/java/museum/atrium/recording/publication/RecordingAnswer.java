package museum.atrium.recording.publication;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import museum.atrium.recording.catalogue.AccessPolicy;
import museum.atrium.recording.catalogue.RecordingState;
import org.jspecify.annotations.Nullable;

/**
 * A recording as organisers see it.
 *
 * @param url where it lies when it was not uploaded here
 * @param uploadUrl where tus creates its upload; null when it lies elsewhere or was retracted
 * @param watchUrl null when it was retracted
 * @param progress of 100; null when it was retracted
 * @param at when it is to be published, while it is scheduled
 */
record RecordingAnswer(
        UUID id,
        UUID activity,
        @Nullable String slug,
        @Nullable UUID session,
        String title,
        String language,
        AccessPolicy access,
        @Nullable URI url,
        RecordingState state,
        @Nullable Integer progress,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant at,
        @Nullable Instant publishedAt,
        @Nullable URI uploadUrl,
        @Nullable URI watchUrl,
        @Nullable String mediaType,
        @Nullable Long size,
        @Nullable String sha256) {}
