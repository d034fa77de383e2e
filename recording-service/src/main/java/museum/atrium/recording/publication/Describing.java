package museum.atrium.recording.publication;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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

/** Changes what a recording is called and for whom it is, at any time, and of what it is, as JSON Merge Patch (RFC 7396). */
@Component
class Describing {

    private static final Logger log = LoggerFactory.getLogger(Describing.class);

    private final Recordings recordings;
    private final Announcements announcements;
    private final Relocating relocating;
    private final StrictJson strict;
    private final Clock clock;

    Describing(
            Recordings recordings, Announcements announcements, Relocating relocating, StrictJson strict, Clock clock) {
        this.recordings = recordings;
        this.announcements = announcements;
        this.relocating = relocating;
        this.strict = strict;
        this.clock = clock;
    }

    /** What can be changed. */
    private record Description(
            @Nullable String activity,
            @Nullable UUID session,
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
        Recording placed = movesIt(changes)
                ? relocating.relocate(recording, description.activity(), description.session())
                : recording;
        Recording changed = about.equals(recording.about()) ? placed : placed.described(about);
        if (changed.equals(recording)) {
            return recording;
        }
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
                        recording.activity().toString(),
                        recording.session(),
                        recording.title(),
                        recording.language(),
                        recording.access().name(),
                        recording.availableUntil()));
        changes.properties().forEach(change -> target.set(change.getKey(), change.getValue()));
        return strict.read(target, Description.class);
    }

    /** Else it may stay where it is, even if nothing is known of that any more. */
    private static boolean movesIt(ObjectNode changes) {
        return changes.has("activity") || changes.has("session");
    }

    private void refuse(Description description, ObjectNode changes) {
        Stream<FieldError> place = movesIt(changes)
                ? relocating.complaints(description.activity(), description.session()).stream()
                : Stream.empty();
        Stream<FieldError> others = Stream.of(
                        DraftRules.title(description.title()),
                        description.language() == null
                                ? Optional.of(new FieldError("language", "must be given"))
                                : DraftRules.language(description.language()),
                        DraftRules.access(description.access()),
                        // One that has passed in the meantime may stand.
                        changes.has("availableUntil")
                                ? DraftRules.availableUntil(description.availableUntil(), clock.instant())
                                : Optional.<FieldError>empty())
                .flatMap(Optional::stream);
        List<FieldError> wrong = Stream.concat(place, others).toList();
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
    }
}
