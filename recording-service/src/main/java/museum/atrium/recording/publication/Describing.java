package museum.atrium.recording.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.http.json.StrictJson;
import museum.atrium.recording.announcing.Announcements;
import museum.atrium.recording.catalogue.AccessPolicy;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.Recording.About;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.catalogue.Recordings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes what a recording is called and for whom it is, at any time, as JSON Merge Patch (RFC 7396). */
@Component
class Describing {

    private static final Logger log = LoggerFactory.getLogger(Describing.class);

    private final Recordings recordings;
    private final Announcements announcements;
    private final StrictJson strict;
    private final Clock clock;

    Describing(Recordings recordings, Announcements announcements, StrictJson strict, Clock clock) {
        this.recordings = recordings;
        this.announcements = announcements;
        this.strict = strict;
        this.clock = clock;
    }

    /** What can be changed. */
    private record Description(
            @Nullable String title,
            @Nullable String language,
            @Nullable String access,
            @Nullable Instant availableUntil) {}

    @Transactional
    public Recording change(RecordingId id, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            throw Refusal.badRequest("The body must be a JSON object with the fields that change.");
        }
        Recording recording = recordings.lockExisting(id);
        if (recording.state() == RecordingState.RETRACTED) {
            throw Refusal.conflict("recording-state", "It was retracted, and that is final.");
        }
        Description description = merged(recording, changes);
        refuse(description, changes);
        About about = new About(
                Objects.requireNonNull(description.title()).strip(),
                Objects.requireNonNull(description.language()),
                AccessPolicy.valueOf(Objects.requireNonNull(description.access())),
                description.availableUntil());
        if (about.equals(recording.about())) {
            return recording;
        }
        Recording changed = recording.described(about);
        recordings.save(changed);
        if (changed.state() == RecordingState.PUBLISHED) {
            announcements.updated(changed);
        }
        log.info("The recording {} is described anew", id);
        return changed;
    }

    private Description merged(Recording recording, ObjectNode changes) {
        ObjectNode target = strict.mapper()
                .valueToTree(new Description(
                        recording.title(),
                        recording.language(),
                        recording.access().name(),
                        recording.availableUntil()));
        changes.properties().forEach(change -> target.set(change.getKey(), change.getValue()));
        return strict.read(target, Description.class);
    }

    private void refuse(Description description, ObjectNode changes) {
        List<FieldError> wrong = Stream.of(
                        DraftRules.title(description.title()),
                        description.language() == null
                                ? Optional.of(new FieldError("language", "must be given"))
                                : DraftRules.language(description.language()),
                        DraftRules.access(description.access()),
                        // One that has passed in the meantime may stand.
                        changes.has("availableUntil")
                                ? DraftRules.availableUntil(description.availableUntil(), clock.instant())
                                : Optional.<FieldError>empty())
                .flatMap(Optional::stream)
                .toList();
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
    }
}
