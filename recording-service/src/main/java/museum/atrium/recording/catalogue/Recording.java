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
 */
public record Recording(
        RecordingId id,
        long revision,
        UUID activity,
        @Nullable UUID session,
        Instant createdAt,
        About about,
        @Nullable URI link,
        Standing standing,
        @Nullable Media media) {

    /**
     * What people are told of it.
     *
     * @param availableUntil from then on nobody may watch it; null: no such time
     */
    public record About(
            String title,
            String language,
            AccessPolicy access,
            @Nullable Instant availableUntil) {

        public About {
            availableUntil = exact(availableUntil);
        }
    }

    /**
     * Where it is on its way.
     *
     * @param reason why it failed, or was not published when its time came, for organisers
     * @param dueAt when it is to be published, while it is scheduled
     */
    record Standing(
            RecordingState state,
            @Nullable String reason,
            @Nullable Instant dueAt,
            @Nullable Instant publishedAt) {

        Standing {
            dueAt = exact(dueAt);
            publishedAt = exact(publishedAt);
        }
    }

    /** Times are as exact as the database keeps them, so that an answer says now what the next one will say. */
    public Recording {
        createdAt = createdAt.truncatedTo(MICROS);
    }

    /** One that awaits its upload, or, lying elsewhere, is ready at once. */
    public static Recording entered(
            UUID activity, @Nullable UUID session, About about, @Nullable URI link, Instant now) {
        RecordingState state = link == null ? RecordingState.AWAITING_UPLOAD : RecordingState.READY;
        return new Recording(
                new RecordingId(UUID.randomUUID()),
                0,
                activity,
                session,
                now,
                about,
                link,
                new Standing(state, null, null, null),
                null);
    }

    public String title() {
        return about.title();
    }

    public String language() {
        return about.language();
    }

    public AccessPolicy access() {
        return about.access();
    }

    public @Nullable Instant availableUntil() {
        return about.availableUntil();
    }

    public RecordingState state() {
        return standing.state();
    }

    public @Nullable String reason() {
        return standing.reason();
    }

    public @Nullable Instant dueAt() {
        return standing.dueAt();
    }

    public @Nullable Instant publishedAt() {
        return standing.publishedAt();
    }

    /** What it had before is given up. */
    public Recording uploading() {
        return with(become(RecordingState.UPLOADING, null, null), null);
    }

    public Recording withoutUpload() {
        return with(become(RecordingState.AWAITING_UPLOAD, null, null), media);
    }

    public Recording processing() {
        return with(become(RecordingState.PROCESSING, null, null), media);
    }

    /** While it is made into what plays everywhere. */
    public Recording processing(Media received) {
        return with(become(RecordingState.PROCESSING, null, null), received);
    }

    public Recording ready(Media received) {
        return with(become(RecordingState.READY, null, null), received);
    }

    public Recording failed(String why) {
        return with(become(RecordingState.FAILED, why, null), media);
    }

    public Recording scheduled(Instant at) {
        return with(become(RecordingState.SCHEDULED, null, at), media);
    }

    public Recording published(Instant now) {
        become(RecordingState.PUBLISHED, null, null);
        return with(new Standing(RecordingState.PUBLISHED, null, null, now), media)
                .told();
    }

    /** Not scheduled any more. */
    public Recording unscheduled() {
        return with(become(RecordingState.READY, null, null), media);
    }

    /** Not shown when its time came. */
    public Recording held(String why) {
        return with(become(RecordingState.READY, why, null), media);
    }

    /** With other bytes, or lying elsewhere now, under the same address. */
    public Recording replacedBy(Recording other) {
        if (state() != RecordingState.PUBLISHED) {
            throw conflict("The recording %s, which it was to replace, is %s by now: remove it, or enter a new one."
                    .formatted(id, state()));
        }
        return new Recording(id, revision, activity, session, createdAt, about, other.link, standing, other.media)
                .told();
    }

    /** Without its media: nobody reaches them from the moment on at which this is committed. */
    public Recording retracted() {
        Recording retracted = with(become(RecordingState.RETRACTED, null, null), null);
        return publishedAt() == null ? retracted : retracted.told();
    }

    /** With another name or for others; those who were told of it are told so. */
    public Recording described(About anew) {
        Recording described = new Recording(id, revision, activity, session, createdAt, anew, link, standing, media);
        return state() == RecordingState.PUBLISHED ? described.told() : described;
    }

    /** Of something else, which nobody was told of yet. */
    public Recording relocated(UUID other, @Nullable UUID itsSession) {
        return new Recording(id, revision, other, itsSession, createdAt, about, link, standing, media);
    }

    /** Whether there is something to be seen or heard, by whomever. */
    public boolean canBeShown() {
        return switch (state()) {
            case READY, SCHEDULED, PUBLISHED -> true;
            case AWAITING_UPLOAD, UPLOADING, PROCESSING, RETRACTED, FAILED -> false;
        };
    }

    /** Whether the time until which it can be watched has passed. */
    public boolean isOver(Instant now) {
        Instant until = availableUntil();
        return until != null && !now.isBefore(until);
    }

    private Standing become(RecordingState next, @Nullable String why, @Nullable Instant due) {
        if (!state().mayBecome(next)) {
            throw conflict("The recording %s is %s and cannot become %s.".formatted(id, state(), next));
        }
        return new Standing(next, why, due, publishedAt());
    }

    private Recording with(Standing next, @Nullable Media with) {
        return new Recording(id, revision, activity, session, createdAt, about, link, next, with);
    }

    private Recording told() {
        return new Recording(id, revision + 1, activity, session, createdAt, about, link, standing, media);
    }

    private static Refusal conflict(String detail) {
        return Refusal.conflict("recording-state", detail);
    }

    private static @Nullable Instant exact(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(MICROS);
    }
}
