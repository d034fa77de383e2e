package museum.atrium.recording.publication;

import java.util.UUID;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReplacementApi {

    private final Replacing replacing;
    private final Answers answers;

    ReplacementApi(Replacing replacing, Answers answers) {
        this.replacing = replacing;
        this.answers = answers;
    }

    /** @param url where the new version lies when it is not uploaded here */
    record NewVersion(@Nullable String url) {}

    @PostMapping("/api/recordings/{id}/replacement")
    ResponseEntity<RecordingAnswer> replace(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable NewVersion version) {
        Recording next = replacing.begin(new RecordingId(id), version == null ? null : version.url());
        return ResponseEntity.created(answers.address(next)).body(answers.of(next));
    }
}
