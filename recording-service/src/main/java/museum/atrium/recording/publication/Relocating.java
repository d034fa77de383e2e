package museum.atrium.recording.publication;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.recording.audience.KnownActivities;
import museum.atrium.recording.audience.KnownActivity;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.catalogue.Replacements;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of what a recording is after all, while nobody was told of it. */
@Component
class Relocating {

    private final KnownActivities activities;
    private final Replacements replacements;

    Relocating(KnownActivities activities, Replacements replacements) {
        this.activities = activities;
        this.replacements = replacements;
    }

    /** @param activity its slug or its id */
    List<FieldError> complaints(@Nullable String activity, @Nullable UUID session) {
        Optional<KnownActivity> named = named(activity);
        return Stream.of(DraftRules.activity(named), DraftRules.session(named, session))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * To be called when there are no complaints.
     *
     * @throws Refusal 409 when people were told of it, or it is a new version of what they were told of
     */
    Recording relocate(Recording recording, @Nullable String activity, @Nullable UUID session) {
        UUID other = named(activity).orElseThrow().id();
        if (other.equals(recording.activity()) && Objects.equals(session, recording.session())) {
            return recording;
        }
        if (recording.state() == RecordingState.PUBLISHED) {
            throw Refusal.conflict(
                    "recording-state",
                    "People were told of it where it is: retract it, and enter it anew where it belongs.");
        }
        if (replacements.replacedBy(recording.id()).isPresent()) {
            throw Refusal.conflict("recording-state", "It is a new version of a recording, and of what that one is.");
        }
        return recording.relocated(other, session);
    }

    private Optional<KnownActivity> named(@Nullable String activity) {
        return Optional.ofNullable(activity).flatMap(activities::named);
    }
}
