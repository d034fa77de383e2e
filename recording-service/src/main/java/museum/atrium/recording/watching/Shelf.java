package museum.atrium.recording.watching;

import java.util.Optional;
import museum.atrium.recording.catalogue.Media;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.Rendition;
import museum.atrium.recording.catalogue.Renditions;
import org.springframework.stereotype.Component;

/** Everything of a recording that can be fetched: what processing made of it, or, where nothing did, what was uploaded. */
@Component
class Shelf {

    private final Renditions renditions;

    Shelf(Renditions renditions) {
        this.renditions = renditions;
    }

    /** What lies at an address. */
    sealed interface Found {
        /** @param tag changes with the bytes */
        record Bytes(String file, String mediaType, long size, String tag) implements Found {}

        /** @param text HLS, with the names of what lies beside it */
        record Playlist(String text) implements Found {}
    }

    Optional<Found> find(Recording recording, Media source, String name) {
        if (name.indexOf('\0') >= 0) {
            return Optional.empty(); // The database cannot even be asked for it.
        }
        if (name.equals(Rendition.MASTER)) {
            return Playlists.master(renditions.of(recording.id()), recording.language())
                    .map(Found.Playlist::new);
        }
        Optional<String> ofPlaylist = Rendition.ofPlaylist(name);
        if (ofPlaylist.isPresent()) {
            return renditions.playlist(recording.id(), ofPlaylist.get()).map(Found.Playlist::new);
        }
        return renditions
                .bytes(recording.id(), name)
                .<Found>map(made -> new Found.Bytes(made.file(), made.mediaType(), made.size(), made.file()))
                .or(() -> asUploaded(recording, source, name));
    }

    private Optional<Found> asUploaded(Recording recording, Media source, String name) {
        return source.name().equals(name) && renditions.names(recording.id()).isEmpty()
                ? Optional.of(new Found.Bytes(source.file(), source.kind().mediaType(), source.size(), source.sha256()))
                : Optional.empty();
    }
}
