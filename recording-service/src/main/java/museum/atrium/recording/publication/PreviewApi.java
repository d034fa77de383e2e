package museum.atrium.recording.publication;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.recording.access.PreviewLinks;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.Recordings;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Hands out links by which a recording is looked at before it is published. */
@RestController
class PreviewApi {

    private final Recordings recordings;
    private final PreviewLinks links;
    private final Addresses addresses;

    PreviewApi(Recordings recordings, PreviewLinks links, Addresses addresses) {
        this.recordings = recordings;
        this.links = links;
        this.addresses = addresses;
    }

    record Preview(URI url, Instant expiresAt) {}

    @PostMapping("/api/recordings/{id}/preview")
    Preview preview(@PathVariable UUID id, @RequestBody(required = false) @Nullable NothingToSay body) {
        Recording recording = recordings.existing(new RecordingId(id));
        if (!recording.canBeShown()) {
            throw Refusal.conflict("recording-state", "There is nothing to be seen of it yet: it is READY first.");
        }
        String slug = Objects.requireNonNull(addresses.slug(recording));
        PreviewLinks.Preview preview = links.issue(recording.id());
        return new Preview(addresses.preview(slug, preview.token()), preview.expiresAt());
    }
}
