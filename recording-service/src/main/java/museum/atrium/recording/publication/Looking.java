package museum.atrium.recording.publication;

import java.net.URI;
import java.util.Objects;
import museum.atrium.http.Refusal;
import museum.atrium.recording.access.PreviewLinks;
import museum.atrium.recording.access.PreviewLinks.Preview;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.Recordings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How organisers look at a recording before others do. */
@Component
class Looking {

    private final Recordings recordings;
    private final PreviewLinks links;
    private final Addresses addresses;
    private final ProcessingAnswers processing;

    Looking(Recordings recordings, PreviewLinks links, Addresses addresses, ProcessingAnswers processing) {
        this.recordings = recordings;
        this.links = links;
        this.addresses = addresses;
        this.processing = processing;
    }

    URI preview(RecordingId id) {
        Recording recording = recordings.existing(id);
        if (!recording.canBeShown()) {
            throw Refusal.conflict("recording-state", "There is nothing to be seen of it yet: it is READY first.");
        }
        Preview preview = links.issue(id);
        return addresses.preview(Objects.requireNonNull(addresses.slug(recording)), preview.token());
    }

    @Nullable Integer progress(Recording recording) {
        return processing.of(recording).progress();
    }
}
