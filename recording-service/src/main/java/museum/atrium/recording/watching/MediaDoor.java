package museum.atrium.recording.watching;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.util.Optional;
import museum.atrium.http.Refusal;
import museum.atrium.recording.access.MediaTickets;
import museum.atrium.recording.access.MediaTickets.Ticket;
import museum.atrium.recording.access.Viewer;
import museum.atrium.recording.access.WatchRight;
import museum.atrium.recording.catalogue.Media;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.catalogue.Recordings;
import museum.atrium.recording.watching.Shelf.Found;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Through here every request for bytes goes in, or not. */
@Component
class MediaDoor {

    private final Recordings recordings;
    private final MediaTickets tickets;
    private final WatchRight right;
    private final Shelf shelf;

    MediaDoor(Recordings recordings, MediaTickets tickets, WatchRight right, Shelf shelf) {
        this.recordings = recordings;
        this.tickets = tickets;
        this.right = right;
        this.shelf = shelf;
    }

    /** What may be sent, and to whom. */
    record Opened(Recording recording, Media media, Viewer viewer, Found found) {}

    record Playing(Recording recording, Viewer viewer) {}

    /** Who guesses an address, or had one before a retraction, learns only that there is nothing. */
    Opened open(String recordingId, String secret, String name, @Nullable String ticket) {
        Recording recording = shown(recordingId);
        Media media = media(recording, secret);
        Found found = shelf.find(recording, media, name).orElseThrow(MediaDoor::nothing);
        return new Opened(recording, media, viewer(recording, ticket), found);
    }

    /** Who plays it, by the ticket of an address that is its. */
    Playing playing(String recordingId, String secret, @Nullable String ticket) {
        Recording recording = shown(recordingId);
        media(recording, secret);
        return new Playing(recording, viewer(recording, ticket));
    }

    /** What is for everybody, and fetched as a whole. */
    Opened openForEverybody(String recordingId, String name) {
        Recording recording = shown(recordingId);
        Viewer anyone = new Viewer.Anyone();
        Media media = recording.media();
        if (media == null || !right.mayWatch(recording, anyone)) {
            throw nothing();
        }
        return shelf.whole(recording, media, name)
                .map(found -> new Opened(recording, media, anyone, found))
                .orElseThrow(MediaDoor::nothing);
    }

    private Recording shown(String recordingId) {
        return RecordingId.read(recordingId)
                .flatMap(recordings::find)
                .filter(Recording::canBeShown)
                .orElseThrow(MediaDoor::nothing);
    }

    private static Media media(Recording recording, String secret) {
        return Optional.ofNullable(recording.media())
                .filter(found -> same(found.secret(), secret))
                .orElseThrow(MediaDoor::nothing);
    }

    private Viewer viewer(Recording recording, @Nullable String ticket) {
        Ticket opened = Optional.ofNullable(ticket)
                .flatMap(given -> tickets.open(recording.id(), given))
                .orElseThrow(MediaDoor::nothing);
        if (recording.state() != RecordingState.PUBLISHED && !(opened.viewer() instanceof Viewer.Previewing)) {
            throw nothing();
        }
        if (opened.expired() || !right.mayWatch(recording, opened.viewer())) {
            throw forbidden();
        }
        return opened.viewer();
    }

    /** The right as it is at this moment, read anew. */
    boolean isStillOpen(Opened opened) {
        return recordings
                .find(opened.recording().id())
                .filter(now -> opened.media().equals(now.media()))
                .filter(now -> right.mayWatch(now, opened.viewer()))
                .isPresent();
    }

    private static boolean same(String secret, String given) {
        return MessageDigest.isEqual(secret.getBytes(US_ASCII), given.getBytes(US_ASCII));
    }

    static Refusal nothing() {
        return Refusal.notFound("There is nothing to watch at this address.");
    }

    private static Refusal forbidden() {
        return Refusal.forbidden("This address no longer opens the recording. Open the link of your mail again.");
    }
}
