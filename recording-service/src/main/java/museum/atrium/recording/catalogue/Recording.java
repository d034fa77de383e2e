package museum.atrium.recording.catalogue;

import static java.time.temporal.ChronoUnit.MICROS;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import museum.atrium.http.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded of a session, or of a whole activity when it names none. Its bytes were uploaded ({@code media}), or
 * it lies elsewhere ({@code link}).
 *
 * @param revision rises with every change that others are told of
 * @param reason why it failed, for organisers
 * @param dueAt when it is to be published, while it is scheduled
 */
public record Recording(
        RecordingId id,
        long revision,
        UUID activity,
        @Nullable UUID session,
        String title,
        String language,
        AccessPolicy access,
        @Nullable URI link,
        RecordingState state,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable Instant publishedAt,
        @Nullable Media media) {

    /** Times are as exact as the database keeps them, so that an answer says now what the next one will say. */
    public Recording {
        createdAt = createdAt.truncatedTo(MICROS);
        dueAt = dueAt == null ? null : dueAt.truncatedTo(MICROS);
        publishedAt = publishedAt == null ? null : publishedAt.truncatedTo(MICROS);
    }

    public Recording uploading() {
        return become(RecordingState.UPLOADING);
    }

    public Recording withoutUpload() {
        return become(RecordingState.AWAITING_UPLOAD);
    }

    public Recording processing() {
        return become(RecordingState.PROCESSING);
    }

    public Recording ready(Media received) {
        return become(RecordingState.READY).with(revision, null, publishedAt, received);
    }

    public Recording failed(String why) {
        Recording next = become(RecordingState.FAILED);
        return new Recording(
                id,
                revision,
                activity,
                session,
                title,
                language,
                access,
                link,
                next.state,
                why,
                createdAt,
                null,
                null,
                null);
    }

    public Recording scheduled(Instant at) {
        return become(RecordingState.SCHEDULED).with(revision, at, null, media);
    }

    public Recording published(Instant now) {
        return become(RecordingState.PUBLISHED).with(revision + 1, null, now, media);
    }

    /** Without its media: nobody reaches them from the moment on at which this is committed. */
    public Recording retracted() {
        return become(RecordingState.RETRACTED)
                .with(publishedAt == null ? revision : revision + 1, null, publishedAt, null);
    }

    private Recording become(RecordingState next) {
        if (!state.mayBecome(next)) {
            throw Refusal.conflict(
                    "recording-state", "The recording %s is %s and cannot become %s.".formatted(id, state, next));
        }
        return new Recording(
                id,
                revision,
                activity,
                session,
                title,
                language,
                access,
                link,
                next,
                null,
                createdAt,
                dueAt,
                publishedAt,
                media);
    }

    private Recording with(
            long revision, @Nullable Instant dueAt, @Nullable Instant publishedAt, @Nullable Media media) {
        return new Recording(
                id,
                revision,
                activity,
                session,
                title,
                language,
                access,
                link,
                state,
                reason,
                createdAt,
                dueAt,
                publishedAt,
                media);
    }
}
