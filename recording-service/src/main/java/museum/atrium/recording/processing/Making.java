package museum.atrium.recording.processing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import museum.atrium.recording.catalogue.Rendition;
import museum.atrium.recording.catalogue.Renditions;
import museum.atrium.recording.processing.Job.StepOfJob;
import museum.atrium.recording.processing.ToolRun.End;
import museum.atrium.recording.store.MediaFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Does one step, in a folder of its own. */
@Component
class Making {

    private static final Logger log = LoggerFactory.getLogger(Making.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String AAC = "mp4a.40.2";
    private static final int KILLED = 137;

    private final FindingTools finding;
    private final ProcessingSettings settings;
    private final Renditions renditions;
    private final MediaFiles files;

    Making(FindingTools finding, ProcessingSettings settings, Renditions renditions, MediaFiles files) {
        this.finding = finding;
        this.settings = settings;
        this.renditions = renditions;
        this.files = files;
    }

    /** What came of a step. */
    sealed interface Made {
        /** Something that was found out. */
        record Result(Map<String, String> result) implements Made {}

        /**
         * A file.
         *
         * @param file where it lies in the step's folder
         * @param playlist of what can be streamed
         */
        record Bytes(
                String name,
                Path file,
                String mediaType,
                Rendition.@Nullable Stream stream,
                @Nullable String playlist) implements Made {

            Bytes(String name, Path file, String mediaType) {
                this(name, file, mediaType, null, null);
            }
        }

        /** @param reason in words for organisers */
        record Failed(String reason) implements Made {}

        record Unwanted() implements Made {}
    }

    /**
     * @param work an empty folder
     * @param goOn is told of the progress, of 100, and answers whether the result is still wanted
     */
    Made make(Job job, Step step, Path work, IntPredicate goOn) {
        StepProgress progress = new StepProgress(job, goOn);
        Optional<Path> source = files.local(job.file(), progress::goOn);
        if (source.isEmpty()) {
            return new Made.Unwanted();
        }
        Turn turn = new Turn(job, step, new Places(source.get(), work), progress);
        try {
            return switch (step) {
                case Step.Loudness loudness -> turn.loudness();
                case Step.Sound sound -> turn.sound();
                case Step.Pictures(Rung rung) -> turn.pictures(rung);
                case Step.Download download -> turn.together(Rendition.VIDEO);
                case Step.SoundDownload download -> turn.together(Rendition.SOUND);
                case Step.Poster poster -> turn.poster();
            };
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private record Places(Path source, Path work) {}

    private final class Turn {

        private final Job job;
        private final Step step;
        private final Path work;
        private final MediaTools tools;
        private final StepProgress progress;
        private final Commands commands;

        private Turn(Job job, Step step, Places places, StepProgress progress) {
            this.job = job;
            this.step = step;
            this.work = places.work();
            this.tools = finding.tools().orElseThrow(() -> new IllegalStateException(FindingTools.missing()));
            this.progress = progress;
            this.commands = new Commands(places.source(), job.source(), job.trim());
        }

        private Made loudness() throws IOException {
            Source.Sound sound = requireNonNull(job.source().sound());
            return after(run(commands.loudness(sound)), complaints -> new Made.Result(measured(complaints)));
        }

        private Made sound() throws IOException {
            Source.Sound sound = requireNonNull(job.source().sound());
            Map<String, String> measured = job.steps().stream()
                    .filter(done -> done.step() instanceof Step.Loudness)
                    .findFirst()
                    .map(StepOfJob::result)
                    .orElse(Map.of());
            End end = run(commands.sound(sound, measured, media(), playlist()));
            return after(end, complaints -> streamed("sound.mp4", "audio/mp4", 0, 0, AAC));
        }

        private Made pictures(Rung rung) throws IOException {
            Source.Picture picture = requireNonNull(job.source().picture());
            End end = run(commands.pictures(picture, rung, settings.preset(), media(), playlist()));
            return after(
                    end,
                    complaints ->
                            streamed(rung.shortSide() + "p.mp4", "video/mp4", rung.width(), rung.height(), h264()));
        }

        private Made together(String name) throws IOException {
            List<Rendition> made = renditions.of(job.recording());
            Stream<Rendition> best = made.stream()
                    .filter(rendition ->
                            rendition.stream() != null && !rendition.stream().audible())
                    .limit(name.equals(Rendition.VIDEO) ? 1 : 0);
            Stream<Rendition> sound = made.stream()
                    .filter(rendition ->
                            rendition.stream() != null && rendition.stream().audible());
            List<Path> parts = new ArrayList<>();
            for (Rendition rendition : Stream.concat(best, sound).toList()) {
                Optional<Path> part = files.local(rendition.file(), progress::goOn);
                if (part.isEmpty()) {
                    return new Made.Unwanted();
                }
                parts.add(part.get());
            }
            return after(
                    run(Commands.together(parts, media())),
                    complaints -> new Made.Bytes(name, media(), Rendition.mediaType(name)));
        }

        private Made poster() throws IOException {
            Source.Picture picture = requireNonNull(job.source().picture());
            Path target = work.resolve("poster.jpg");
            End end = run(commands.poster(picture, Rung.ladder(picture).getFirst(), target));
            return after(
                    end,
                    complaints -> Files.exists(target)
                            ? new Made.Bytes(Rendition.POSTER, target, Rendition.mediaType(Rendition.POSTER))
                            : failed("not one of its pictures can be shown"));
        }

        private Path media() {
            return work.resolve("media.mp4");
        }

        private Path playlist() {
            return work.resolve("playlist.m3u8");
        }

        private Made streamed(String name, String mediaType, int width, int height, String codecs) throws IOException {
            Segments segments = Segments.read(Files.readString(playlist(), UTF_8), name);
            if (segments.count() == 0) {
                return failed("there is nothing between its beginning and its end");
            }
            return new Made.Bytes(
                    name,
                    media(),
                    mediaType,
                    new Rendition.Stream(width, height, segments.bandwidth(), codecs),
                    segments.playlist());
        }

        /** As RFC 6381 writes it: profile high, no constraints, and the level that the encoder has chosen. */
        private String h264() {
            StringBuilder answer = new StringBuilder();
            new ToolRun(tools.ffprobe(), Commands.profile(media()), tools.libraries(), settings.silentFor())
                    .run(line -> answer.append(line) != null, () -> true);
            for (JsonNode stream : JSON.readTree(answer.toString()).path("streams")) {
                if (stream.path("codec_type").asString("").equals("video")) {
                    return "avc1.6400%02X".formatted(stream.path("level").asInt(31));
                }
            }
            throw new IllegalStateException("No pictures in " + step.name() + " of " + job.recording());
        }

        private End run(List<String> arguments) {
            return new ToolRun(tools.ffmpeg(), arguments, tools.libraries(), settings.silentFor())
                    .run(progress::hear, progress::goOn);
        }

        private Made after(End end, After then) throws IOException {
            return switch (end) {
                case End.Unwanted unwanted -> new Made.Unwanted();
                case End.Silent silent ->
                    failed("ffmpeg got no further for %d minutes"
                            .formatted(settings.silentFor().toMinutes()));
                case End.Well(Complaints complaints) when complaints.breaksOff() -> brokenOff();
                case End.Well(Complaints complaints) -> then.make(complaints);
                case End.Badly(int status, Complaints complaints) when complaints.breaksOff() -> brokenOff();
                case End.Badly(int status, Complaints complaints)
                when status == KILLED -> failed("ffmpeg was ended by the machine, perhaps for want of memory");
                case End.Badly(int status, Complaints complaints) -> unreadable(complaints);
            };
        }

        private Made unreadable(Complaints complaints) {
            log.warn(
                    "ffmpeg failed at {} of the recording {}: {}",
                    step.name(),
                    job.recording(),
                    complaints.lastWords());
            return failed("something in the file cannot be read. Try again, or upload it again from where it was made");
        }

        private Made brokenOff() {
            return new Made.Failed("The file breaks off: it has fewer bytes than it says. Upload the whole of it.");
        }

        private Made failed(String why) {
            return new Made.Failed("%s could not be made: %s.".formatted(step.about(), why));
        }
    }

    private interface After {
        Made make(Complaints complaints) throws IOException;
    }

    /** Nothing when it is silent from beginning to end, and cannot be made as loud as others. */
    private static Map<String, String> measured(Complaints complaints) {
        List<String> json = new ArrayList<>();
        for (String line : complaints.lines()) {
            if (line.equals("{")) {
                json.clear();
            }
            json.add(line);
            if (line.equals("}")) {
                break;
            }
        }
        Map<String, String> measured = new HashMap<>();
        JSON.readTree(String.join("\n", json))
                .properties()
                .forEach(entry -> measured.put(entry.getKey(), entry.getValue().asString()));
        boolean silent = measured.values().stream().anyMatch(value -> value.contains("inf"));
        return silent ? Map.of() : measured;
    }
}
