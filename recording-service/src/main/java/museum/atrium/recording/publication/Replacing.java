package museum.atrium.recording.publication;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.catalogue.Recordings;
import museum.atrium.recording.catalogue.Replacements;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Prepares a new version while the old one is shown, and has it take its place from one moment to the next. */
@Component
class Replacing {

    private static final Logger log = LoggerFactory.getLogger(Replacing.class);

    private final Recordings recordings;
    private final Replacements replacements;
    private final Belongings belongings;
    private final Clock clock;

    Replacing(Recordings recordings, Replacements replacements, Belongings belongings, Clock clock) {
        this.recordings = recordings;
        this.replacements = replacements;
        this.belongings = belongings;
        this.clock = clock;
    }

    /** @param url where the new version lies when it is not uploaded here */
    @Transactional
    public Recording begin(RecordingId id, @Nullable String url) {
        Recording shown = recordings.lockExisting(id);
        Optional<FieldError> wrong = DraftRules.link(url);
        if (wrong.isPresent()) {
            throw Refusal.invalid(wrong.get());
        }
        if (shown.state() != RecordingState.PUBLISHED) {
            throw Refusal.conflict(
                    "recording-state", "What is not published needs no new version: upload to it, or enter it anew.");
        }
        Recording next = Recording.entered(
                shown.activity(),
                shown.session(),
                shown.about(),
                url == null ? null : URI.create(url),
                clock.instant());
        recordings.add(next);
        if (!replacements.add(next.id(), id)) {
            throw Refusal.conflict(
                    "recording-state",
                    "Another version of it is being prepared: go on with that one, or remove it first.");
        }
        log.info("A new version of the recording {} is prepared as {}", id, next.id());
        return next;
    }

    /** Nothing when it replaces none. Else the one that is shown, with the new bytes; the new one is gone, and so are the old bytes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Recording> takePlace(Recording next) {
        return replacements.replacedBy(next.id()).flatMap(recordings::lock).map(shown -> {
            Recording replaced = shown.replacedBy(next);
            belongings.handOver(next.id(), shown.id());
            recordings.remove(next.id());
            recordings.save(replaced);
            log.info("The recording {} is shown in a new version", shown.id());
            return replaced;
        });
    }
}
