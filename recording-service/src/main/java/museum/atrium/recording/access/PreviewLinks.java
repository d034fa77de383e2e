package museum.atrium.recording.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import museum.atrium.links.SignedLink;
import museum.atrium.recording.RecordingSettings;
import museum.atrium.recording.catalogue.RecordingId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lets colleagues and speakers see a recording before everybody does, without an account. */
@Component
public class PreviewLinks {

    private static final String PURPOSE = "preview";

    private final ExpiringLinks links;
    private final RecordingSettings settings;
    private final Clock clock;

    PreviewLinks(@Value("${atrium.links.media}") String keys, RecordingSettings settings, Clock clock) {
        this.links = new ExpiringLinks(keys);
        this.settings = settings;
        this.clock = clock;
    }

    /** @param token to be put into an address */
    public record Preview(String token, Instant expiresAt) {}

    public Preview issue(RecordingId recording) {
        Instant expiry = Instant.ofEpochSecond(
                clock.instant().plus(settings.previewValidFor()).getEpochSecond());
        return new Preview(links.sign(PURPOSE, expiry, new SignedLink(recording.value(), 0)), expiry);
    }

    /** Which recording it shows; nothing when it is not ours, or has expired. */
    public Optional<Viewer> viewer(String token) {
        return links.open(PURPOSE, token)
                .filter(opened -> clock.instant().isBefore(opened.expiry()))
                .map(opened ->
                        new Viewer.Previewing(new RecordingId(opened.holder().subject())));
    }
}
