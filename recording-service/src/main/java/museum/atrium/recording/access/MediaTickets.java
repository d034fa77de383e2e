package museum.atrium.recording.access;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.links.SignedLink;
import museum.atrium.recording.RecordingSettings;
import museum.atrium.recording.access.Viewer.Anyone;
import museum.atrium.recording.access.Viewer.Previewing;
import museum.atrium.recording.access.Viewer.Registered;
import museum.atrium.recording.catalogue.RecordingId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the page puts into a media address: for whom it was made, for which recording and until when, signed. It only
 * names the viewer; whether they may watch is asked anew each time, so cancelling takes effect at once.
 */
@Component
public class MediaTickets {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final UUID PREVIEW = new UUID(0, 1);

    private final ExpiringLinks links;
    private final RecordingSettings settings;
    private final Clock clock;

    MediaTickets(@Value("${atrium.links.media}") String keys, RecordingSettings settings, Clock clock) {
        this.links = new ExpiringLinks(keys);
        this.settings = settings;
        this.clock = clock;
    }

    /** Whom a ticket was made for. One that has expired was good once: its page only has to be opened again. */
    public record Ticket(Viewer viewer, boolean expired) {}

    public String issue(RecordingId recording, Viewer viewer) {
        SignedLink holder = switch (viewer) {
            case Anyone anyone -> new SignedLink(NOBODY, 0);
            case Previewing previewing -> new SignedLink(PREVIEW, 0);
            case Registered(var registration, int linkVersion) -> new SignedLink(registration, linkVersion);
        };
        return links.sign(purpose(recording), clock.instant().plus(settings.mediaAddressValidFor()), holder);
    }

    /** Nothing when it was not made for this recording. */
    public Optional<Ticket> open(RecordingId recording, String ticket) {
        return links.open(purpose(recording), ticket)
                .map(opened -> new Ticket(
                        viewer(recording, opened.holder()), !clock.instant().isBefore(opened.expiry())));
    }

    private static Viewer viewer(RecordingId recording, SignedLink holder) {
        if (holder.subject().equals(NOBODY)) {
            return new Anyone();
        }
        return holder.subject().equals(PREVIEW)
                ? new Previewing(recording)
                : new Registered(holder.subject(), holder.version());
    }

    private static String purpose(RecordingId recording) {
        return "media " + recording;
    }
}
