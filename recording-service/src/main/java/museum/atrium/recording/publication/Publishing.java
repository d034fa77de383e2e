package museum.atrium.recording.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.recording.announcing.Announcements;
import museum.atrium.recording.audience.KnownActivities;
import museum.atrium.recording.audience.KnownActivity;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.catalogue.Recordings;
import museum.atrium.recording.intake.Uploads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows a recording and takes it back. What is committed here is what can be watched, from that moment on. */
@Component
class Publishing {

    private static final Logger log = LoggerFactory.getLogger(Publishing.class);
    private static final Duration FARTHEST = Duration.ofDays(3653);
    private static final int AT_ONCE = 20;

    private final Recordings recordings;
    private final KnownActivities activities;
    private final Uploads uploads;
    private final Announcements announcements;
    private final Clock clock;

    Publishing(
            Recordings recordings,
            KnownActivities activities,
            Uploads uploads,
            Announcements announcements,
            Clock clock) {
        this.recordings = recordings;
        this.activities = activities;
        this.uploads = uploads;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Publishes it, at once unless a time is given that lies ahead. */
    @Transactional
    public Recording publish(RecordingId id, @Nullable Instant at) {
        Instant now = clock.instant();
        if (at != null && at.isAfter(now.plus(FARTHEST))) {
            throw Refusal.invalid(new FieldError("at", "A publication lies ten years ahead at most."));
        }
        Recording recording = locked(id);
        NotYet.refusal(recording, () -> uploads.progress(id)).ifPresent(refusal -> {
            throw refusal;
        });
        if (at != null && at.isAfter(now)) {
            Recording scheduled = recording.scheduled(at);
            recordings.save(scheduled);
            log.info("The recording {} will be published at {}", id, at);
            return scheduled;
        }
        return show(recording, now);
    }

    /** Publishes some of what is due and tells whether there may be more. */
    @Transactional
    public boolean publishDue() {
        var due = recordings.lockDue(clock.instant(), AT_ONCE);
        due.forEach(recording -> show(recording, clock.instant()));
        return due.size() == AT_ONCE;
    }

    private Recording show(Recording recording, Instant now) {
        Recording published = recording.published(now);
        recordings.save(published);
        announcements.published(published, slug(published));
        log.info("The recording {} is published", published.id());
        return published;
    }

    @Transactional
    public Recording retract(RecordingId id) {
        return takeBack(locked(id));
    }

    /** Nothing of it stays here. Others are told that it was retracted, if they had been told of it. */
    @Transactional
    public void remove(RecordingId id) {
        Recording recording = locked(id);
        if (recording.state() == RecordingState.PUBLISHED) {
            takeBack(recording);
        }
        uploads.forget(id);
        recordings.remove(id);
        log.info("The recording {} is removed", id);
    }

    private Recording takeBack(Recording recording) {
        Recording retracted = recording.retracted();
        recordings.save(retracted);
        uploads.forget(recording.id());
        if (recording.state() == RecordingState.PUBLISHED) {
            announcements.retracted(retracted, slug(retracted));
        }
        log.info("The recording {} is retracted", recording.id());
        return retracted;
    }

    private Recording locked(RecordingId id) {
        return recordings.lock(id).orElseThrow(() -> Refusal.notFound("There is no recording " + id + "."));
    }

    private String slug(Recording recording) {
        return activities.find(recording.activity()).map(KnownActivity::slug).orElseThrow();
    }
}
