package museum.atrium.recording.publication;

import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.publication.Removals.Removal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RemovalApi {

    private final Removals removals;

    RemovalApi(Removals removals) {
        this.removals = removals;
    }

    @GetMapping("/api/recordings/{id}/removal")
    Removal removal(@PathVariable UUID id) {
        return removals.of(new RecordingId(id))
                .orElseThrow(() -> Refusal.notFound("Nothing was removed of a recording " + id + "."));
    }
}
