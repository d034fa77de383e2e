package museum.atrium.recording.watching;

import java.util.Optional;
import java.util.Set;
import museum.atrium.recording.attachments.Attachments;
import museum.atrium.recording.captions.Captions;
import museum.atrium.recording.catalogue.Media;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.Rendition;
import museum.atrium.recording.catalogue.Renditions;
import museum.atrium.recording.chapters.Chapters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything of a recording that can be fetched: what processing made of it, or, where nothing did, what was uploaded. */
@Component
class Shelf {

    /** What the address of a document begins with; its name is its writer's. */
    static final String DOCUMENT = "document-";

    private static final Set<String> WHOLE = Set.of(Rendition.VIDEO, Rendition.SOUND, Rendition.POSTER);

    private final Renditions renditions;
    private final Captions captions;
    private final Chapters chapters;
    private final Attachments attachments;

    Shelf(Renditions renditions, Captions captions, Chapters chapters, Attachments attachments) {
        this.renditions = renditions;
        this.captions = captions;
        this.chapters = chapters;
        this.attachments = attachments;
    }

    /** What lies at an address. */
    sealed interface Found {
        /**
         * @param tag changes with the bytes
         * @param saveAs the name under which a browser saves it; null: it shows it
         */
        record Bytes(
                String file,
                String mediaType,
                long size,
                String tag,
                @Nullable String saveAs) implements Found {

            Bytes(String file, String mediaType, long size, String tag) {
                this(file, mediaType, size, tag, null);
            }
        }

        /** @param text WebVTT */
        record Spoken(String text) implements Found {}

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
        if (name.equals(ChapterTrack.NAME)) {
            return ChapterTrack.of(chapters.of(recording.id())).map(Found.Spoken::new);
        }
        if (name.startsWith(DOCUMENT)) {
            return attachments
                    .named(recording.id(), name.substring(DOCUMENT.length()))
                    .map(found ->
                            new Found.Bytes(found.file(), found.mediaType(), found.size(), found.file(), found.name()));
        }
        Optional<String> language = CaptionNames.language(name);
        if (language.isPresent()) {
            return captions.text(recording.id(), language.get()).map(Found.Spoken::new);
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

    /** The film, its sound or its picture, under names that stay the same. */
    Optional<Found> whole(Recording recording, Media source, String name) {
        return WHOLE.contains(name) || source.name().equals(name) ? find(recording, source, name) : Optional.empty();
    }

    private Optional<Found> asUploaded(Recording recording, Media source, String name) {
        return source.name().equals(name) && renditions.names(recording.id()).isEmpty()
                ? Optional.of(new Found.Bytes(source.file(), source.kind().mediaType(), source.size(), source.sha256()))
                : Optional.empty();
    }
}
