package museum.atrium.recording.watching;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import museum.atrium.recording.access.Viewer;
import museum.atrium.recording.access.Viewer.Previewing;
import museum.atrium.recording.access.WatchRight;
import museum.atrium.recording.audience.KnownActivities;
import museum.atrium.recording.audience.KnownActivity;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.Recordings;
import museum.atrium.recording.watching.Shown.Item;
import org.jspecify.annotations.Nullable;
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

    /** @param only of the activity; null: all of them, or the one that is previewed */
    Shown show(String slug, @Nullable RecordingId only, Viewer viewer) {
        return activities
                .find(slug)
                .map(activity -> viewer instanceof Previewing(RecordingId id)
                        ? preview(activity, id, only, viewer)
                        : published(activity, only, viewer))
                .orElseGet(Shown.Nothing::new);
    }

    private Shown published(KnownActivity activity, @Nullable RecordingId only, Viewer viewer) {
        List<Recording> published = recordings.published(activity.id()).stream()
                .filter(recording -> only == null || recording.id().equals(only))
                .toList();
        if (published.isEmpty()) {
            return new Shown.Nothing();
        }
        List<Recording> open = published.stream()
                .filter(recording -> !recording.isOver(clock.instant()))
                .toList();
        if (open.isEmpty()) {
            return new Shown.Over(activity, lastEnd(published));
        }
        List<Item> visible = open.stream()
                .filter(recording -> right.mayWatch(recording, viewer))
                .map(recording -> items.of(recording, viewer))
                .toList();
        return visible.isEmpty()
                ? new Shown.Closed(activity)
                : new Shown.Open(
                        activity,
                        visible,
                        open.size() - visible.size(),
                        only != null,
                        right.isRegistered(activity.id(), viewer));
    }

    private Shown preview(KnownActivity activity, RecordingId id, @Nullable RecordingId only, Viewer viewer) {
        return recordings
                .find(id)
                .filter(recording -> recording.activity().equals(activity.id()))
                .filter(recording -> only == null || recording.id().equals(only))
                .filter(recording -> right.mayWatch(recording, viewer))
                .<Shown>map(recording ->
                        new Shown.Open(activity, List.of(items.of(recording, viewer)), 0, only != null, false))
                .orElseGet(Shown.Nothing::new);
    }

    private static Instant lastEnd(List<Recording> over) {
        return over.stream()
                .map(Recording::availableUntil)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
