package museum.atrium.recording.processing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import museum.atrium.recording.catalogue.MediaKind;
import museum.atrium.recording.processing.Source.Picture;
import museum.atrium.recording.processing.Source.Sound;
import museum.atrium.recording.processing.ToolRun.End;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks ffprobe what is in a file that arrived. */
@Component
public class Probing {

    private static final Logger log = LoggerFactory.getLogger(Probing.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_ANSWER = 20_000_000;
    /** 8K, in whichever direction. */
    private static final long MOST_PIXELS = 7680L * 4320;

    private static final int LONGEST_SIDE = 16_384;

    private final FindingTools finding;
    private final ProcessingSettings settings;

    Probing(FindingTools finding, ProcessingSettings settings) {
        this.finding = finding;
        this.settings = settings;
    }

    /** What came of it. */
    public sealed interface Found {
        record Usable(Source source) implements Found {}

        /** @param reason in words for organisers */
        record Unusable(String reason) implements Found {}

        /** Nothing processes recordings here. */
        record NotAsked() implements Found {}
    }

    /** Why nothing is processed, if nothing is. */
    public Optional<String> whyNot() {
        if (finding.tools().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                settings.enabled()
                        ? FindingTools.missing()
                        : "Recordings are not processed here: RECORDINGS_PROCESSING is false.");
    }

    public Found probe(Path file, MediaKind kind) {
        return finding.tools().map(tools -> probe(tools, file, format(kind))).orElseGet(Found.NotAsked::new);
    }

    private Found probe(MediaTools tools, Path file, String format) {
        StringBuilder answer = new StringBuilder();
        Predicate<String> says = line -> {
            if (answer.length() < LONGEST_ANSWER) {
                answer.append(line).append('\n');
            }
            return true;
        };
        End end = new ToolRun(tools.ffprobe(), Commands.probe(file, format), tools.libraries(), settings.silentFor())
                .run(says, () -> !Thread.currentThread().isInterrupted());
        return switch (end) {
            case End.Well well -> read(answer.toString(), format);
            case End.Badly badly -> damaged(file, badly.complaints());
            case End.Silent silent -> unusable("such that looking into it found no end.");
            case End.Unwanted unwanted ->
                throw new IllegalStateException("The service is stopping; the file is looked at after its next start");
        };
    }

    private static Found damaged(Path file, Complaints complaints) {
        log.warn("The file {} is refused, because ffprobe says: {}", file.getFileName(), complaints.lastWords());
        return unusable("damaged or incomplete: it cannot be read to its end. Upload it again from where it was made.");
    }

    private Found read(String answer, String format) {
        JsonNode found;
        try {
            found = JSON.readTree(answer);
        } catch (JacksonException tooMuch) {
            return unusable("such that what is in it cannot be listed.");
        }
        List<JsonNode> streams = new ArrayList<>();
        found.path("streams").forEach(streams::add);
        Double seconds = number(found.path("format").path("duration"));
        Source source = new Source(
                format,
                seconds,
                chosen(streams, "video").map(Probing::picture).orElse(null),
                chosen(streams, "audio").map(Probing::sound).orElse(null));
        return check(source);
    }

    private Found check(Source source) {
        Picture picture = source.picture();
        Duration duration = source.duration();
        if (picture == null && source.sound() == null) {
            return unusable("without any track of pictures or sound that can be read.");
        }
        if (picture != null
                && ((long) picture.width() * picture.height() > MOST_PIXELS
                        || Math.max(picture.width(), picture.height()) > LONGEST_SIDE)) {
            return unusable("%d by %d pixels large: at most 7680 by 4320 are taken."
                    .formatted(picture.width(), picture.height()));
        }
        if (duration != null && duration.compareTo(settings.longest()) > 0) {
            return unusable("%d minutes long: at most %d are taken (RECORDINGS_LONGEST)."
                    .formatted(duration.toMinutes(), settings.longest().toMinutes()));
        }
        return new Found.Usable(source);
    }

    /** The default one, else the first; a picture on a record's cover is no film. */
    private static Optional<JsonNode> chosen(List<JsonNode> streams, String type) {
        List<JsonNode> usable = streams.stream()
                .filter(stream -> stream.path("codec_type").asString("").equals(type))
                .filter(stream -> !stream.path("codec_name").asString("unknown").equals("unknown"))
                .filter(stream ->
                        stream.path("disposition").path("attached_pic").asInt(0) == 0)
                .filter(stream -> type.equals("audio")
                        ? stream.path("channels").asInt(0) > 0
                        : stream.path("width").asInt(0) > 0
                                && stream.path("height").asInt(0) > 0)
                .toList();
        return usable.stream()
                .filter(stream -> stream.path("disposition").path("default").asInt(0) == 1)
                .findFirst()
                .or(() -> usable.stream().findFirst());
    }

    private static Picture picture(JsonNode stream) {
        double wide = stream.path("width").asInt() * ratio(stream.path("sample_aspect_ratio"), ':', 1);
        int width = (int) Math.max(1, Math.round(wide));
        int height = stream.path("height").asInt();
        boolean upright = false;
        for (JsonNode side : stream.path("side_data_list")) {
            upright |= Math.abs(side.path("rotation").asInt(0)) % 180 == 90;
        }
        return new Picture(
                stream.path("index").asInt(),
                upright ? height : width,
                upright ? width : height,
                ratio(stream.path("avg_frame_rate"), '/', 0));
    }

    private static Sound sound(JsonNode stream) {
        return new Sound(stream.path("index").asInt(), stream.path("channels").asInt());
    }

    private static double ratio(JsonNode text, char by, double otherwise) {
        String[] parts = text.asString("").split(Pattern.quote(String.valueOf(by)));
        try {
            double value = parts.length == 2 ? Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]) : 0;
            return value > 0 && value < 1e6 ? value : otherwise;
        } catch (NumberFormatException unknown) {
            return otherwise;
        }
    }

    private static @Nullable Double number(JsonNode text) {
        try {
            double value = Double.parseDouble(text.asString(""));
            return value > 0 ? value : null;
        } catch (NumberFormatException unknown) {
            return null;
        }
    }

    private static String format(MediaKind kind) {
        return switch (kind) {
            case MP4, MOV, M4A -> "mov";
            case WEBM, MATROSKA -> "matroska";
            case OGG_VIDEO, OGG_AUDIO -> "ogg";
            case MP3 -> "mp3";
            case WAV -> "wav";
        };
    }

    private static Found unusable(String how) {
        return new Found.Unusable("The file is " + how);
    }
}
