package museum.atrium.recording.watching;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import museum.atrium.recording.access.Viewer;
import museum.atrium.recording.access.Viewer.Previewing;
import museum.atrium.recording.access.WatchRight;
import museum.atrium.recording.audience.KnownActivities;
import museum.atrium.recording.audience.KnownActivity;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.Recordings;
import museum.atrium.recording.watching.Shown.Item;
import org.springframework.stereotype.Component;

/** Finds out what a viewer gets to see of an activity. */
@Component
class Showing {

    private final KnownActivities activities;
    private final Recordings recordings;
    private final WatchRight right;
    private final Items items;
    private final Clock clock;

    Showing(KnownActivities activities, Recordings recordings, WatchRight right, Items items, Clock clock) {
        this.activities = activities;
        this.recordings = recordings;
        this.right = right;
        this.items = items;
        this.clock = clock;
    }

    Shown show(String slug, Viewer viewer) {
        if (viewer instanceof Previewing(RecordingId id)) {
            return activities
                    .find(slug)
                    .flatMap(activity -> preview(activity, id, viewer))
                    .orElseGet(Shown.Nothing::new);
        }
        return activities
                .find(slug)
                .map(activity -> {
                    List<Recording> published = recordings.published(activity.id());
                    List<Item> visible = published.stream()
                            .filter(recording -> right.mayWatch(recording, viewer))
                            .map(recording -> items.of(recording, viewer))
                            .toList();
                    List<Recording> open = published.stream()
                            .filter(recording -> !recording.isOver(clock.instant()))
                            .toList();
                    if (published.isEmpty()) {
                        return new Shown.Nothing();
                    }
                    return open.isEmpty()
                            ? new Shown.Over(activity, lastEnd(published))
                            : Shown.of(activity, visible, open.size() - visible.size());
                })
                .orElseGet(Shown.Nothing::new);
    }

    private Optional<Shown> preview(KnownActivity activity, RecordingId id, Viewer viewer) {
        return recordings
                .find(id)
                .filter(recording -> recording.activity().equals(activity.id()))
                .filter(recording -> right.mayWatch(recording, viewer))
                .map(recording -> new Shown.Open(activity, List.of(items.of(recording, viewer)), 0));
    }

    private static Instant lastEnd(List<Recording> over) {
        return over.stream()
                .map(Recording::availableUntil)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
