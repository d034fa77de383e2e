package museum.atrium.recording.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import museum.atrium.links.LinkKeys;
import museum.atrium.links.SignedLink;
import museum.atrium.links.SignedLinks;
import museum.atrium.recording.RecordingSettings;
import museum.atrium.recording.access.Viewer.Anyone;
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

    private static final Pattern TICKET = Pattern.compile("([0-9]{1,12})\\.([A-Za-z0-9_-]{48})");
    private static final UUID NOBODY = new UUID(0, 0);

    private final String keys;
    private final RecordingSettings settings;
    private final Clock clock;

    MediaTickets(@Value("${atrium.links.media}") String keys, RecordingSettings settings, Clock clock) {
        ConfiguredKeys.of("media", keys); // refuses to start without
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whom a ticket was made for. One that has expired was good once: its page only has to be opened again. */
    public record Ticket(Viewer viewer, boolean expired) {}

    public String issue(RecordingId recording, Viewer viewer) {
        long expiry = clock.instant().plus(settings.mediaAddressValidFor()).getEpochSecond();
        SignedLink holder = switch (viewer) {
            case Anyone anyone -> new SignedLink(NOBODY, 0);
            case Registered(var registration, int linkVersion) -> new SignedLink(registration, linkVersion);
        };
        return expiry + "." + signatures(recording, expiry).sign(holder);
    }

    /** Nothing when it was not made for this recording. */
    public Optional<Ticket> open(RecordingId recording, String ticket) {
        var parts = TICKET.matcher(ticket);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long expiry = Long.parseLong(parts.group(1));
        boolean expired = !clock.instant().isBefore(Instant.ofEpochSecond(expiry));
        return signatures(recording, expiry).open(parts.group(2)).map(holder -> new Ticket(viewer(holder), expired));
    }

    private static Viewer viewer(SignedLink holder) {
        return holder.subject().equals(NOBODY) ? new Anyone() : new Registered(holder.subject(), holder.version());
    }

    /** Recording and expiry belong to the purpose, so that a ticket with either of them changed is not signed at all. */
    private SignedLinks signatures(RecordingId recording, long expiry) {
        return new SignedLinks(LinkKeys.parse("media %s until %d".formatted(recording, expiry), keys));
    }
}
