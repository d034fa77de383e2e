package museum.atrium.recording.publication;

import java.net.URI;
import java.util.UUID;
import museum.atrium.recording.PublicUrl;
import museum.atrium.recording.audience.KnownActivities;
import museum.atrium.recording.audience.KnownActivity;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.Replacements;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a recording is found, by organisers and by everybody. */
@Component
class Addresses {

    private final KnownActivities activities;
    private final Replacements replacements;
    private final PublicUrl publicUrl;

    Addresses(KnownActivities activities, Replacements replacements, PublicUrl publicUrl) {
        this.activities = activities;
        this.replacements = replacements;
        this.publicUrl = publicUrl;
    }

    URI of(Recording recording) {
        return publicUrl.of("/api/recordings/" + recording.id());
    }

    URI upload(Recording recording) {
        return publicUrl.of("/api/recordings/%s/upload".formatted(recording.id()));
    }

    URI watch(String slug) {
        return publicUrl.of("/watch/" + slug);
    }

    URI preview(String slug, String token) {
        return publicUrl.of("/watch/%s?preview=%s".formatted(slug, token));
    }

    /** The one whose new version it is. */
    @Nullable UUID replaces(Recording recording) {
        return replacements.replacedBy(recording.id()).map(RecordingId::value).orElse(null);
    }

    /** Of the activity; null as long as it is not known here. */
    @Nullable String slug(Recording recording) {
        return activities.find(recording.activity()).map(KnownActivity::slug).orElse(null);
    }
}
