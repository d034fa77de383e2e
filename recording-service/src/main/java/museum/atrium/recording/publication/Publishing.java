package museum.atrium.recording.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.catalogue.Recordings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows a recording and takes it back. What is committed here is what can be watched, from that moment on. */
@Component
class Publishing {

    private static final Logger log = LoggerFactory.getLogger(Publishing.class);
    private static final int AT_ONCE = 20;

    private final Recordings recordings;
    private final Readiness readiness;
    private final Revealing revealing;
    private final Forgetting forgetting;
    private final Clock clock;

    Publishing(Recordings recordings, Readiness readiness, Revealing revealing, Forgetting forgetting, Clock clock) {
        this.recordings = recordings;
        this.readiness = readiness;
        this.revealing = revealing;
        this.forgetting = forgetting;
        this.clock = clock;
    }

    /** Publishes it, at once unless a time is given that lies ahead. */
    @Transactional
    public Recording publish(RecordingId id, @Nullable Instant at) {
        refuseTooFar(at);
        return publish(recordings.lockExisting(id), at);
    }

    /** All of an activity that are ready, together or not at all. Those that have a time of their own keep it. */
    @Transactional
    public List<Recording> publishAll(UUID activity, @Nullable Instant at) {
        refuseTooFar(at);
        List<Recording> ready = recordings.lockReady(activity);
        if (ready.isEmpty()) {
            throw Refusal.conflict("recording-state", "None of its recordings is READY to be published.");
        }
        readiness.refuseObjected(ready, from(at));
        return ready.stream().map(recording -> publish(recording, at)).toList();
    }

    /** It stays as it is, to be published some other time. */
    @Transactional
    public Recording unschedule(RecordingId id) {
        Recording recording = recordings.lockExisting(id);
        if (recording.state() != RecordingState.SCHEDULED) {
            throw Refusal.conflict(
                    "recording-state",
                    "It is not SCHEDULED but %s: what is published is taken back by its retraction."
                            .formatted(recording.state()));
        }
        Recording unscheduled = recording.unscheduled();
        recordings.save(unscheduled);
        log.info("The recording {} is not scheduled any more", id);
        return unscheduled;
    }

    private void refuseTooFar(@Nullable Instant at) {
        if (at != null && at.isAfter(clock.instant().plus(DraftRules.FARTHEST))) {
            throw Refusal.invalid(new FieldError("at", "A publication lies ten years ahead at most."));
        }
    }

    private Recording publish(Recording recording, @Nullable Instant at) {
        readiness.refuseUnready(recording, from(at));
        if (at != null && at.isAfter(clock.instant())) {
            Recording scheduled = recording.scheduled(at);
            recordings.save(scheduled);
            log.info("The recording {} will be published at {}", recording.id(), at);
            return scheduled;
        }
        return revealing.show(recording);
    }

    /** From when on it would be shown: that time if it lies ahead, else now. */
    private Instant from(@Nullable Instant at) {
        Instant now = clock.instant();
        return at != null && at.isAfter(now) ? at : now;
    }

    /** Publishes some of what is due and tells whether there may be more. */
    @Transactional
    public boolean publishDue() {
        var due = recordings.lockDue(clock.instant(), AT_ONCE);
        due.forEach(recording -> readiness
                .objection(recording, clock.instant())
                .ifPresentOrElse(objection -> hold(recording, objection), () -> revealing.show(recording)));
        return due.size() == AT_ONCE;
    }

    /** What was let be shown when it was scheduled may be let no more. */
    private void hold(Recording recording, String objection) {
        recordings.save(recording.held("It was not published when its time came: " + objection));
        // Without the objection, which may name speakers.
        log.warn("The recording {} was not published when its time came: it may not be shown", recording.id());
    }

    @Transactional
    public Recording retract(RecordingId id) {
        Recording recording = recordings.lockExisting(id);
        if (recording.state() == RecordingState.READY) {
            throw Refusal.conflict(
                    "recording-state", "It is not published: remove it if nothing of it is to stay (DELETE).");
        }
        return takeBack(recording);
    }

    /** Takes back what was published before that, and tells whether there may be more. */
    @Transactional
    public boolean retractPublishedBefore(Instant limit) {
        List<Recording> old = recordings.lockPublishedBefore(limit, AT_ONCE);
        old.forEach(this::takeBack);
        return old.size() == AT_ONCE;
    }

    /** Nothing of it stays here. Others are told that it was retracted, if they had been told of it. */
    @Transactional
    public void remove(RecordingId id) {
        Recording recording = recordings.lockExisting(id);
        if (recording.state() == RecordingState.PUBLISHED) {
            takeBack(recording);
        }
        forgetting.forget(id);
        recordings.remove(id);
        log.info("The recording {} is removed", id);
    }

    private Recording takeBack(Recording recording) {
        Recording retracted = revealing.hide(recording);
        forgetting.forget(recording.id());
        return retracted;
    }
}
