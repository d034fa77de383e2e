package museum.atrium.recording.watching;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import museum.atrium.recording.access.MediaTickets;
import museum.atrium.recording.access.Viewer;
import museum.atrium.recording.attachments.Attachments;
import museum.atrium.recording.captions.Captions;
import museum.atrium.recording.catalogue.Media;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.Rendition;
import museum.atrium.recording.catalogue.Renditions;
import museum.atrium.recording.chapters.Chapter;
import museum.atrium.recording.chapters.Chapters;
import museum.atrium.recording.watching.Shown.Document;
import museum.atrium.recording.watching.Shown.Item;
import museum.atrium.recording.watching.Shown.Part;
import museum.atrium.recording.watching.Shown.Playback;
import museum.atrium.recording.watching.Shown.Spoken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes of a recording what one viewer sees of it, with addresses that are theirs. */
@Component
class Items {

    private final Renditions renditions;
    private final Captions captions;
    private final Chapters chapters;
    private final Attachments attachments;
    private final MediaTickets tickets;

    Items(Renditions renditions, Captions captions, Chapters chapters, Attachments attachments, MediaTickets tickets) {
        this.renditions = renditions;
        this.captions = captions;
        this.chapters = chapters;
        this.attachments = attachments;
        this.tickets = tickets;
    }

    Item of(Recording recording, Viewer viewer) {
        Media media = recording.media();
        if (media == null) {
            return new Item(recording, null, List.of(), List.of(), List.of());
        }
        Addresses at = new Addresses(recording, media, tickets.issue(recording.id(), viewer));
        List<Part> parts = chapters.of(recording.id()).stream().map(Items::part).toList();
        return new Item(
                recording,
                playback(media, renditions.names(recording.id()), !parts.isEmpty(), viewer, at),
                captions.of(recording.id()).stream()
                        .map(track -> new Spoken(
                                track.language(),
                                at.of(CaptionNames.of(track.language())),
                                !sameLanguage(track.language(), recording.language())))
                        .toList(),
                parts,
                attachments.of(recording.id()).stream()
                        .map(attachment -> new Document(attachment.name(), at.of(Shelf.DOCUMENT + attachment.name())))
                        .toList());
    }

    private static Playback playback(Media media, Set<String> made, boolean parts, Viewer viewer, Addresses at) {
        boolean processed = !made.isEmpty();
        boolean audible =
                processed ? !made.contains(Rendition.VIDEO) : media.kind().audible();
        String whole = audible ? Rendition.SOUND : Rendition.VIDEO;
        String name = processed ? whole : media.name();
        return new Playback(
                name,
                at.of(name),
                processed ? Rendition.mediaType(whole) : media.kind().mediaType(),
                audible,
                processed && !audible ? at.of(Rendition.MASTER) : null,
                made.contains(Rendition.POSTER) ? at.of(Rendition.POSTER) : null,
                made.contains(Rendition.SOUND) ? at.of(Rendition.SOUND) : null,
                processed,
                parts ? at.of(ChapterTrack.NAME) : null,
                viewer instanceof Viewer.Previewing ? null : at.of(ViewsApi.NAME));
    }

    private static Part part(Chapter chapter) {
        return new Part(chapter.start().toSeconds(), chapter.title(), String.join(", ", chapter.speakers()));
    }

    private static boolean sameLanguage(String one, String other) {
        return Locale.forLanguageTag(one)
                .getLanguage()
                .equals(Locale.forLanguageTag(other).getLanguage());
    }

    /** Relative to the origin: the page's own policy lets it load from there only. */
    private record Addresses(Recording recording, Media media, String ticket) {

        String of(String name) {
            return UriComponentsBuilder.fromPath("/media/{recording}/{secret}/{name}")
                    .queryParam("t", "{ticket}")
                    .build(recording.id(), media.secret(), name, ticket)
                    .toString();
        }
    }
}
