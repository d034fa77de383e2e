package museum.atrium.recording.processing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import museum.atrium.http.UnusableSetting;
import museum.atrium.recording.RecordingSettings;
import museum.atrium.recording.processing.ToolRun.End;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks for ffmpeg and ffprobe when the service starts: where a setting says, on the PATH, else those that it carries. */
@Component
class FindingTools {

    private static final Logger log = LoggerFactory.getLogger(FindingTools.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** One for each library that the carried ones could miss. */
    private static final int TRIALS = 8;

    private final Optional<MediaTools> tools;

    FindingTools(ProcessingSettings settings, RecordingSettings recordings) {
        tools = settings.enabled() ? find(settings, recordings) : Optional.empty();
        if (tools.isPresent()) {
            log.info("Recordings are processed by ffmpeg {}", tools.get().origin());
        } else if (settings.enabled()) {
            log.warn("{} Until then what arrives is shown as it is.", missing());
        } else {
            log.info("Recordings are not processed: what arrives is shown as it is");
        }
    }

    Optional<MediaTools> tools() {
        return tools;
    }

    /** For people who wonder why nothing is processed. */
    static String missing() {
        return "There is no ffmpeg that runs on this machine: install ffmpeg, or name the folder of ffmpeg and ffprobe"
                + " in FFMPEG_FOLDER, and start the service again.";
    }

    private static Optional<MediaTools> find(ProcessingSettings settings, RecordingSettings recordings) {
        Path configured = settings.toolsFolder();
        if (configured != null) {
            MediaTools named = MediaTools.in(configured, "from " + configured);
            if (!runs(named).isEmpty()) {
                throw new UnusableSetting(
                        "FFMPEG_FOLDER names a folder without an ffmpeg and an ffprobe that run: " + configured,
                        "Leave it empty to use the ones on the PATH, else those that the service carries.");
            }
            return Optional.of(named);
        }
        return onPath().or(() -> carried(recordings.folder()));
    }

    private static Optional<MediaTools> onPath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(Path::of)
                .filter(folder ->
                        Files.isExecutable(folder.resolve("ffmpeg")) && Files.isExecutable(folder.resolve("ffprobe")))
                .map(folder -> MediaTools.in(folder, "from " + folder))
                .filter(found -> runs(found).isEmpty())
                .findFirst();
    }

    private static Optional<MediaTools> carried(Path folder) {
        try {
            Optional<MediaTools> carried = CarriedTools.unpackInto(folder);
            for (int trial = 0; carried.isPresent() && trial < TRIALS; trial++) {
                String complaint = runs(carried.get());
                if (complaint.isEmpty()) {
                    return carried;
                }
                if (!CarriedTools.standInFor(complaint, carried.get().libraries())) {
                    log.warn("The ffmpeg that the service carries does not run here: {}", complaint);
                    return Optional.empty();
                }
            }
        } catch (IOException cannotUnpack) {
            log.warn("The ffmpeg that the service carries could not be unpacked", cannotUnpack);
        }
        return Optional.empty();
    }

    /** Nothing when both run, else what they say. */
    private static String runs(MediaTools tools) {
        return Stream.of(tools.ffmpeg(), tools.ffprobe())
                .map(program -> new ToolRun(program, List.of("-v", "error", "-version"), tools.libraries(), PATIENCE)
                        .run(line -> true, () -> true))
                .map(end -> switch (end) {
                    case End.Well well -> "";
                    case End.Badly badly -> String.join("\n", badly.complaints().lines()) + " ";
                    case End.Silent silent -> "It did not answer.";
                    case End.Unwanted unwanted -> "The service is stopping.";
                })
                .reduce("", String::concat);
    }
}
