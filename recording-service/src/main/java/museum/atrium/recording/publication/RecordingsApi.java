package museum.atrium.recording.publication;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.recording.audience.KnownActivities;
import museum.atrium.recording.audience.KnownActivity;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.RecordingState;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/recordings")
class RecordingsApi {

    private final Drafting drafting;
    private final Describing describing;
    private final Publishing publishing;
    private final KnownActivities activities;
    private final Answers answers;

    RecordingsApi(
            Drafting drafting,
            Describing describing,
            Publishing publishing,
            KnownActivities activities,
            Answers answers) {
        this.drafting = drafting;
        this.describing = describing;
        this.publishing = publishing;
        this.activities = activities;
        this.answers = answers;
    }

    @PostMapping
    ResponseEntity<RecordingAnswer> create(@RequestBody RecordingDraft draft) {
        Recording recording = drafting.draft(draft);
        return ResponseEntity.created(answers.address(recording)).body(answers.of(recording));
    }

    @GetMapping("/{id}")
    RecordingAnswer get(@PathVariable UUID id) {
        return answers.of(new RecordingId(id));
    }

    @PatchMapping("/{id}")
    RecordingAnswer change(@PathVariable UUID id, @RequestBody JsonNode patch) {
        return answers.of(describing.change(new RecordingId(id), patch));
    }

    /** @param at absent, or passed: now */
    record Publication(@Nullable Instant at) {}

    @PostMapping("/{id}/publication")
    ResponseEntity<RecordingAnswer> publish(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable Publication publication) {
        Recording recording = publishing.publish(new RecordingId(id), publication == null ? null : publication.at());
        boolean later = recording.state() == RecordingState.SCHEDULED;
        return ResponseEntity.status(later ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(answers.of(recording));
    }

    @DeleteMapping("/{id}/publication")
    RecordingAnswer unschedule(@PathVariable UUID id) {
        return answers.of(publishing.unschedule(new RecordingId(id)));
    }

    /** @param activity its slug or its id */
    record PublicationOfAll(
            @Nullable String activity, @Nullable Instant at) {}

    record Published(List<RecordingAnswer> items) {}

    @PostMapping("/publication")
    Published publishAll(@RequestBody PublicationOfAll publication) {
        UUID activity = activities
                .named(String.valueOf(publication.activity()))
                .map(KnownActivity::id)
                .orElseThrow(() -> Refusal.invalid(
                        new FieldError("activity", "Give the slug or the id of a published activity.")));
        return new Published(publishing.publishAll(activity, publication.at()).stream()
                .map(answers::of)
                .toList());
    }

    @PostMapping("/{id}/retraction")
    RecordingAnswer retract(@PathVariable UUID id, @RequestBody(required = false) @Nullable NothingToSay body) {
        return answers.of(publishing.retract(new RecordingId(id)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(NO_CONTENT)
    void remove(@PathVariable UUID id) {
        publishing.remove(new RecordingId(id));
    }
}
