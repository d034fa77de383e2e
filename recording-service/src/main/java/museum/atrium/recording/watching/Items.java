package museum.atrium.recording.watching;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import museum.atrium.recording.access.MediaTickets;
import museum.atrium.recording.access.Viewer;
import museum.atrium.recording.attachments.Attachments;
import museum.atrium.recording.captions.Captions;
import museum.atrium.recording.catalogue.Media;
import museum.atrium.recording.catalogue.MediaKind;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.Rendition;
import museum.atrium.recording.catalogue.Renditions;
import museum.atrium.recording.chapters.Chapter;
import museum.atrium.recording.chapters.Chapters;
import museum.atrium.recording.watching.Shown.Document;
import museum.atrium.recording.watching.Shown.Item;
import museum.atrium.recording.watching.Shown.Part;
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
            return Item.elsewhere(recording, String.valueOf(recording.link()));
        }
        Addresses at = new Addresses(recording, media, tickets.issue(recording.id(), viewer));
        Set<String> made = renditions.names(recording.id());
        boolean pictures = made.contains(Rendition.VIDEO);
        if (made.isEmpty()) {
            MediaKind kind = media.kind();
            return item(recording, at.of(media.name()), kind.mediaType(), kind.audible(), at, made);
        }
        return pictures
                ? item(recording, at.of(Rendition.VIDEO), "video/mp4", false, at, made)
                : item(recording, at.of(Rendition.SOUND), "audio/mp4", true, at, made);
    }

    private Item item(
            Recording recording, String address, String mediaType, boolean audible, Addresses at, Set<String> made) {
        List<Part> parts = chapters.of(recording.id()).stream().map(Items::part).toList();
        return new Item(
                recording.id(),
                recording.title(),
                recording.language(),
                recording.availableUntil(),
                address,
                mediaType,
                audible,
                made.isEmpty() || audible ? null : at.of(Rendition.MASTER),
                made.contains(Rendition.POSTER) ? at.of(Rendition.POSTER) : null,
                made.contains(Rendition.SOUND) ? at.of(Rendition.SOUND) : null,
                !made.isEmpty(),
                captions.of(recording.id()).stream()
                        .map(track -> new Spoken(
                                track.language(),
                                at.of(CaptionNames.of(track.language())),
                                !sameLanguage(track.language(), recording.language())))
                        .toList(),
                parts,
                parts.isEmpty() ? null : at.of(ChapterTrack.NAME),
                attachments.of(recording.id()).stream()
                        .map(attachment -> new Document(attachment.name(), at.of(Shelf.DOCUMENT + attachment.name())))
                        .toList(),
                null);
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
