package museum.atrium.recording.publication;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.recording.audience.KnownActivities;
import museum.atrium.recording.audience.KnownActivity;
import museum.atrium.recording.catalogue.AccessPolicy;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.Recording.About;
import museum.atrium.recording.catalogue.Recordings;
import org.springframework.stereotype.Component;

/** Enters a recording: one that will be uploaded, or one that lies elsewhere and is ready at once. */
@Component
class Drafting {

    private final KnownActivities activities;
    private final Recordings recordings;
    private final Clock clock;

    Drafting(KnownActivities activities, Recordings recordings, Clock clock) {
        this.activities = activities;
        this.recordings = recordings;
        this.clock = clock;
    }

    Recording draft(RecordingDraft draft) {
        Optional<KnownActivity> activity = Optional.ofNullable(draft.activity()).flatMap(activities::named);
        List<FieldError> wrong = Stream.of(
                        DraftRules.activity(activity),
                        DraftRules.session(activity, draft.session()),
                        DraftRules.title(draft.title()),
                        DraftRules.language(draft.language()),
                        DraftRules.access(draft.access()),
                        DraftRules.link(draft.url()),
                        DraftRules.availableUntil(draft.availableUntil(), clock.instant()))
                .flatMap(Optional::stream)
                .toList();
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
        Recording recording = recording(draft, activity.orElseThrow());
        recordings.add(recording);
        return recording;
    }

    private Recording recording(RecordingDraft draft, KnownActivity activity) {
        About about = new About(
                requireNonNull(draft.title()).strip(),
                draft.language() == null ? activity.language() : draft.language(),
                AccessPolicy.valueOf(requireNonNull(draft.access())),
                draft.availableUntil());
        return Recording.entered(
                activity.id(),
                draft.session(),
                about,
                draft.url() == null ? null : URI.create(draft.url()),
                clock.instant());
    }
}
