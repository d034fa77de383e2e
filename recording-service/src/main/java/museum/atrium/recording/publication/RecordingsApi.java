package museum.atrium.recording.publication;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import java.time.Instant;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.recording.PublicUrl;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.catalogue.Recordings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/recordings")
class RecordingsApi {

    private final Drafting drafting;
    private final Publishing publishing;
    private final Recordings recordings;
    private final Answers answers;
    private final PublicUrl publicUrl;

    RecordingsApi(
            Drafting drafting, Publishing publishing, Recordings recordings, Answers answers, PublicUrl publicUrl) {
        this.drafting = drafting;
        this.publishing = publishing;
        this.recordings = recordings;
        this.answers = answers;
        this.publicUrl = publicUrl;
    }

    @PostMapping
    ResponseEntity<RecordingAnswer> create(@RequestBody RecordingDraft draft) {
        Recording recording = drafting.draft(draft);
        return ResponseEntity.created(publicUrl.of("/api/recordings/" + recording.id()))
                .body(answers.of(recording));
    }

    @GetMapping("/{id}")
    RecordingAnswer get(@PathVariable UUID id) {
        return recordings
                .find(new RecordingId(id))
                .map(answers::of)
                .orElseThrow(() -> Refusal.notFound("There is no recording " + id + "."));
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

    /** There is nothing to say about it. */
    record Retraction() {}

    @PostMapping("/{id}/retraction")
    RecordingAnswer retract(@PathVariable UUID id, @RequestBody(required = false) @Nullable Retraction retraction) {
        return answers.of(publishing.retract(new RecordingId(id)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(NO_CONTENT)
    void remove(@PathVariable UUID id) {
        publishing.remove(new RecordingId(id));
    }
}
