package museum.atrium.recording.feeds;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import museum.atrium.recording.PublicUrl;
import museum.atrium.recording.audience.KnownActivities;
import museum.atrium.recording.audience.KnownActivity;
import museum.atrium.recording.audience.KnownSeries;
import museum.atrium.recording.audience.Translations;
import museum.atrium.recording.catalogue.Media;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.Recordings;
import museum.atrium.recording.catalogue.Rendition;
import museum.atrium.recording.catalogue.Renditions;
import museum.atrium.recording.feeds.FeedEntry.Enclosed;
import museum.atrium.recording.processing.Processing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what of a series everybody may watch at this moment. */
@Component
class FeedEntries {

    /** Podcast directories keep what they once had. */
    private static final int MOST = 100;

    private final Recordings recordings;
    private final Renditions renditions;
    private final KnownActivities activities;
    private final Processing processing;
    private final PublicUrl publicUrl;

    FeedEntries(
            Recordings recordings,
            Renditions renditions,
            KnownActivities activities,
            Processing processing,
            PublicUrl publicUrl) {
        this.recordings = recordings;
        this.renditions = renditions;
        this.activities = activities;
        this.processing = processing;
        this.publicUrl = publicUrl;
    }

    /** Newest first. */
    List<FeedEntry> of(KnownSeries series, Instant now) {
        return recordings.everybodysOf(series.id(), now, MOST).stream()
                .flatMap(recording ->
                        activities.find(recording.activity()).map(activity -> entry(recording, activity)).stream())
                .toList();
    }

    private FeedEntry entry(Recording recording, KnownActivity activity) {
        String activityTitle = Translations.pick(activity.title(), activity.slug(), activity.language());
        List<Rendition> made = renditions.of(recording.id());
        return new FeedEntry(
                recording.id().value(),
                recording.title(),
                recording.language(),
                publicUrl.watch(activity.slug(), recording.id().value()),
                activityTitle,
                activity.organizers().isEmpty() ? activityTitle : String.join(", ", activity.organizers()),
                recording.publishedAt() == null ? recording.createdAt() : recording.publishedAt(),
                made.isEmpty() ? asUploaded(recording, false) : whole(recording, made, Rendition.VIDEO),
                made.isEmpty() ? asUploaded(recording, true) : whole(recording, made, Rendition.SOUND),
                made.stream().anyMatch(rendition -> rendition.name().equals(Rendition.POSTER))
                        ? address(recording, Rendition.POSTER)
                        : null,
                processing.of(recording.id()).map(Processing.Standing::shown).orElse(null));
    }

    private @Nullable Enclosed whole(Recording recording, List<Rendition> made, String name) {
        return made.stream()
                .filter(rendition -> rendition.name().equals(name))
                .findFirst()
                .map(rendition -> new Enclosed(address(recording, name), rendition.mediaType(), rendition.size()))
                .orElse(null);
    }

    private @Nullable Enclosed asUploaded(Recording recording, boolean audible) {
        Media media = recording.media();
        return media == null || media.kind().audible() != audible
                ? null
                : new Enclosed(address(recording, media.name()), media.kind().mediaType(), media.size());
    }

    private URI address(Recording recording, String name) {
        return publicUrl.everybodysMedia(recording.id().value(), name);
    }
}
