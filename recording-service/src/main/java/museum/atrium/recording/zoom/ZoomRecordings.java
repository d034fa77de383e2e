package museum.atrium.recording.zoom;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import museum.atrium.recording.arrivals.Arrival;
import museum.atrium.recording.arrivals.ArrivalSource;
import museum.atrium.recording.arrivals.RecordingTimes;
import museum.atrium.recording.arrivals.Transcript;
import museum.atrium.recording.arrivals.UnreadableList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what Zoom tells of a meeting that was recorded. One that was recorded in parts has several; of each part there are files of
 * what was seen in different ways, of which the best is taken.
 */
final class ZoomRecordings {

    /** Best first; what is called otherwise comes behind, and sound alone last. */
    private static final List<String> WAYS = List.of(
            "shared_screen_with_speaker_view(CC)",
            "shared_screen_with_speaker_view",
            "shared_screen_with_gallery_view",
            "speaker_view",
            "active_speaker",
            "gallery_view",
            "shared_screen");

    private ZoomRecordings() {}

    /**
     * @param authorization what opens the files; null: their addresses are enough
     * @throws UnreadableList if something is missing
     */
    static List<Arrival> recordingsOf(JsonNode meeting, @Nullable String authorization) {
        Map<String, List<JsonNode>> parts = new TreeMap<>();
        for (JsonNode file : meeting.path("recording_files")) {
            if (isMedia(file)) {
                parts.computeIfAbsent(text(file, "recording_start"), start -> new ArrayList<>())
                        .add(file);
            }
        }
        // What is best of a part is known when all of it is there; it is told again then, or listed.
        return parts.values().stream()
                .filter(files -> files.stream().allMatch(ZoomRecordings::isCompleted))
                .map(files -> files.stream()
                        .min(Comparator.comparingInt(ZoomRecordings::rank))
                        .orElseThrow())
                .map(file -> arrival(meeting, file, authorization))
                .toList();
    }

    /** As for recordings. */
    static List<Transcript> transcriptsOf(JsonNode meeting, @Nullable String authorization) {
        List<Transcript> transcripts = new ArrayList<>();
        for (JsonNode file : meeting.path("recording_files")) {
            if (file.path("file_type").asString("").equals("TRANSCRIPT")) {
                transcripts.add(new Transcript(
                        ArrivalSource.ZOOM,
                        text(file, "id"),
                        text(meeting, "id"),
                        time(file, "recording_start"),
                        address(file),
                        authorization));
            }
        }
        return transcripts;
    }

    private static boolean isMedia(JsonNode file) {
        String type = file.path("file_type").asString("");
        return type.equals("MP4") || type.equals("M4A");
    }

    private static boolean isCompleted(JsonNode file) {
        return file.path("status").asString("completed").equals("completed");
    }

    private static int rank(JsonNode file) {
        int way = WAYS.indexOf(file.path("recording_type").asString(""));
        int seen = way < 0 ? WAYS.size() : way;
        return file.path("file_type").asString("").equals("M4A") ? WAYS.size() + 1 : seen;
    }

    private static Arrival arrival(JsonNode meeting, JsonNode file, @Nullable String authorization) {
        return RecordingTimes.inOrder(new Arrival(
                ArrivalSource.ZOOM,
                text(file, "id"),
                text(meeting, "id"),
                meeting.path("topic").asString("").replace("\0", ""),
                time(file, "recording_start"),
                time(file, "recording_end"),
                address(file),
                authorization));
    }

    private static Instant time(JsonNode file, String field) {
        try {
            return RecordingTimes.checked(field, Instant.parse(text(file, field)));
        } catch (DateTimeException unreadable) {
            throw new UnreadableList("The recording's " + field + " is no time.");
        }
    }

    private static URI address(JsonNode file) {
        try {
            return URI.create(text(file, "download_url"));
        } catch (IllegalArgumentException unreadable) {
            throw new UnreadableList("The recording's download_url is no address.");
        }
    }

    private static String text(JsonNode node, String field) {
        String text = node.path(field).asString("");
        if (text.isEmpty() || text.indexOf('\0') >= 0) {
            throw new UnreadableList("The recording lacks " + field + ".");
        }
        return text;
    }
}
