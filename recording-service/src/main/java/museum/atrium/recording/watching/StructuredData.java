package museum.atrium.recording.watching;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import museum.atrium.recording.PublicUrl;
import museum.atrium.recording.audience.KnownActivity;
import museum.atrium.recording.catalogue.AccessPolicy;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.catalogue.Rendition;
import museum.atrium.recording.processing.Processing;
import museum.atrium.recording.watching.Shown.Item;
import museum.atrium.recording.watching.Shown.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says to search engines what everybody may watch: a {@code VideoObject} of schema.org with its chapters as clips. */
@Component
class StructuredData {

    private final Processing processing;
    private final PublicUrl publicUrl;

    StructuredData(Processing processing, PublicUrl publicUrl) {
        this.processing = processing;
        this.publicUrl = publicUrl;
    }

    /** A data block for the page, for that one recording which it is about; nothing for what is not for everybody. */
    Optional<String> of(KnownActivity activity, Item item) {
        Shown.Playback playback = item.playback();
        if (item.recording().access() != AccessPolicy.PUBLIC || playback == null) {
            return Optional.empty();
        }
        Recording recording = item.recording();
        String page = publicUrl.watch(activity.slug(), recording.id().value()).toString();
        Duration lasts =
                processing.of(recording.id()).map(Processing.Standing::shown).orElse(null);
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("@context", "https://schema.org");
        said.put("@type", playback.audible() ? "AudioObject" : "VideoObject");
        said.put("@id", page);
        said.put("url", page);
        said.put("name", recording.title());
        said.put("description", activity.title().getOrDefault(activity.language(), recording.title()));
        said.put("inLanguage", recording.language());
        said.put("uploadDate", String.valueOf(recording.publishedAt()));
        said.put("contentUrl", whole(recording, playback.name()));
        put(said, "thumbnailUrl", playback.poster() == null ? null : whole(recording, Rendition.POSTER));
        put(said, "duration", lasts == null ? null : lasts.toString());
        put(said, "expires", recording.availableUntil() == null ? null : String.valueOf(recording.availableUntil()));
        if (!item.chapters().isEmpty()) {
            said.put("hasPart", clips(item.chapters(), page, lasts));
        }
        return Optional.of(JsonMapper.shared()
                .writeValueAsString(said)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e"));
    }

    /** Where everybody finds a picture of it; nothing where there is none, or where it is not for everybody, or not yet. */
    Optional<String> picture(Item item) {
        Recording recording = item.recording();
        Shown.Playback playback = item.playback();
        return recording.state() == RecordingState.PUBLISHED
                        && recording.access() == AccessPolicy.PUBLIC
                        && playback != null
                        && playback.poster() != null
                ? Optional.of(whole(recording, Rendition.POSTER))
                : Optional.empty();
    }

    private static List<Map<String, Object>> clips(List<Part> parts, String page, @Nullable Duration lasts) {
        return IntStream.range(0, parts.size())
                .mapToObj(at -> clip(
                        parts.get(at),
                        at + 1 < parts.size()
                                ? Long.valueOf(parts.get(at + 1).seconds())
                                : lasts == null ? null : Long.valueOf(lasts.toSeconds()),
                        page))
                .toList();
    }

    private static Map<String, Object> clip(Part part, @Nullable Long end, String page) {
        Map<String, Object> clip = new LinkedHashMap<>();
        clip.put("@type", "Clip");
        clip.put("name", part.title());
        clip.put("startOffset", part.seconds());
        put(clip, "endOffset", end);
        clip.put("url", page + "?at=" + part.seconds());
        return clip;
    }

    /** As feeds have it. */
    private String whole(Recording recording, String name) {
        return publicUrl.everybodysMedia(recording.id().value(), name).toString();
    }

    private static void put(Map<String, Object> said, String name, @Nullable Object value) {
        if (value != null) {
            said.put(name, value);
        }
    }
}
