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
 * @param availableUntil from then on nobody may watch it; null: no such time
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
        @Nullable Instant availableUntil,
        @Nullable Media media) {

    /** Times are as exact as the database keeps them, so that an answer says now what the next one will say. */
    public Recording {
        createdAt = createdAt.truncatedTo(MICROS);
        dueAt = dueAt == null ? null : dueAt.truncatedTo(MICROS);
        publishedAt = publishedAt == null ? null : publishedAt.truncatedTo(MICROS);
        availableUntil = availableUntil == null ? null : availableUntil.truncatedTo(MICROS);
    }

    /** What it had before is given up. */
    public Recording uploading() {
        return become(RecordingState.UPLOADING).with(revision, null, null, null);
    }

    public Recording withoutUpload() {
        return become(RecordingState.AWAITING_UPLOAD);
    }

    public Recording processing() {
        return become(RecordingState.PROCESSING);
    }

    /** While it is made into what plays everywhere. */
    public Recording processing(Media received) {
        return become(RecordingState.PROCESSING).with(revision, null, publishedAt, received);
    }

    public Recording ready(Media received) {
        return become(RecordingState.READY).with(revision, null, publishedAt, received);
    }

    public Recording failed(String why) {
        return become(RecordingState.FAILED).with(why);
    }

    public Recording scheduled(Instant at) {
        return become(RecordingState.SCHEDULED).with(revision, at, null, media);
    }

    public Recording published(Instant now) {
        return become(RecordingState.PUBLISHED).with(revision + 1, null, now, media);
    }

    /** Not shown when its time came. */
    public Recording held(String why) {
        return become(RecordingState.READY).with(why);
    }

    /** With other bytes, or lying elsewhere now, under the same address. */
    public Recording replacedBy(Recording other) {
        if (state != RecordingState.PUBLISHED) {
            throw Refusal.conflict(
                    "recording-state",
                    "The recording %s, which it was to replace, is %s by now: remove it, or enter a new one."
                            .formatted(id, state));
        }
        return new Recording(
                id,
                revision + 1,
                activity,
                session,
                title,
                language,
                access,
                other.link,
                state,
                null,
                createdAt,
                null,
                publishedAt,
                availableUntil,
                other.media);
    }

    /** Without its media: nobody reaches them from the moment on at which this is committed. */
    public Recording retracted() {
        return become(RecordingState.RETRACTED)
                .with(publishedAt == null ? revision : revision + 1, null, publishedAt, null);
    }

    /** With another name or for others; those who were told of it are told so. */
    public Recording described(
            String newTitle, String newLanguage, AccessPolicy newAccess, @Nullable Instant newAvailableUntil) {
        return new Recording(
                id,
                state == RecordingState.PUBLISHED ? revision + 1 : revision,
                activity,
                session,
                newTitle,
                newLanguage,
                newAccess,
                link,
                state,
                reason,
                createdAt,
                dueAt,
                publishedAt,
                newAvailableUntil,
                media);
    }

    public Recording withRevision(long other) {
        return with(other, dueAt, publishedAt, media);
    }

    /** Whether there is something to be seen or heard, by whomever. */
    public boolean canBeShown() {
        return switch (state) {
            case READY, SCHEDULED, PUBLISHED -> true;
            case AWAITING_UPLOAD, UPLOADING, PROCESSING, RETRACTED, FAILED -> false;
        };
    }

    /** Whether the time until which it can be watched has passed. */
    public boolean isOver(Instant now) {
        return availableUntil != null && !now.isBefore(availableUntil);
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
                availableUntil,
                media);
    }

    private Recording with(String why) {
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
                why,
                createdAt,
                null,
                null,
                availableUntil,
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
                availableUntil,
                media);
    }
}
