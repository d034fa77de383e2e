package museum.atrium.recording.watching;

import java.util.List;
import museum.atrium.recording.access.MediaTickets;
import museum.atrium.recording.access.Viewer;
import museum.atrium.recording.access.WatchRight;
import museum.atrium.recording.audience.KnownActivities;
import museum.atrium.recording.catalogue.Media;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.Recordings;
import museum.atrium.recording.watching.Shown.Item;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Finds out what a viewer gets to see of an activity. */
@Component
class Showing {

    private final KnownActivities activities;
    private final Recordings recordings;
    private final WatchRight right;
    private final MediaTickets tickets;

    Showing(KnownActivities activities, Recordings recordings, WatchRight right, MediaTickets tickets) {
        this.activities = activities;
        this.recordings = recordings;
        this.right = right;
        this.tickets = tickets;
    }

    Shown show(String slug, Viewer viewer) {
        return activities
                .find(slug)
                .map(activity -> {
                    List<Recording> published = recordings.published(activity.id());
                    List<Item> visible = published.stream()
                            .filter(recording -> right.mayWatch(recording, viewer))
                            .map(recording -> item(recording, viewer))
                            .toList();
                    return published.isEmpty()
                            ? new Shown.Nothing()
                            : Shown.of(activity, visible, published.size() - visible.size());
                })
                .orElseGet(Shown.Nothing::new);
    }

    private Item item(Recording recording, Viewer viewer) {
        Media media = recording.media();
        return media == null
                ? new Item(recording.title(), recording.language(), null, null, false, String.valueOf(recording.link()))
                : new Item(
                        recording.title(),
                        recording.language(),
                        address(recording, media, viewer),
                        media.kind().mediaType(),
                        media.kind().audible(),
                        null);
    }

    /** Relative to the origin: the page's own policy lets it load from there only. */
    private String address(Recording recording, Media media, Viewer viewer) {
        return UriComponentsBuilder.fromPath("/media/{recording}/{secret}/{name}")
                .queryParam("t", "{ticket}")
                .build(recording.id(), media.secret(), media.name(), tickets.issue(recording.id(), viewer))
                .toString();
    }
}
