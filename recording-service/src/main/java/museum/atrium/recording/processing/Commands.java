package museum.atrium.recording.processing;

import static museum.atrium.recording.processing.Trim.seconds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import museum.atrium.recording.processing.Source.Picture;
import museum.atrium.recording.processing.Source.Sound;

/**
 * What ffmpeg is asked to do. What comes from outside is read with the one demuxer that belongs to it, and may open nothing
 * but the file itself: containers can name other files and addresses.
 */
final class Commands {

    private static final int SEGMENT_SECONDS = 6;
    /** Screens are recorded at strange rates, and no lecture gains by more. */
    private static final int MOST_FRAMES_PER_SECOND = 60;

    private static final String QUALITY = "23";
    private static final String LOUDNESS = "loudnorm=I=-16:TP=-1.5:LRA=11";
    private static final List<String> QUIET = List.of("-hide_banner", "-nostdin", "-y");
    private static final List<String> NOTHING_ELSE =
            List.of("-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1");

    private final Path file;
    private final Source source;
    private final Trim trim;

    Commands(Path file, Source source, Trim trim) {
        this.file = file;
        this.source = source;
        this.trim = trim;
    }

    /** Says in JSON what is in a file. */
    static List<String> probe(Path file, String format) {
        return with(List.of("-v", "error", "-of", "json", "-show_format", "-show_streams"), opening(file, format));
    }

    /** Says the measurements in JSON among its complaints. */
    List<String> loudness(Sound sound) {
        return with(
                QUIET,
                List.of("-v", "info", "-nostats"),
                progress(),
                reading(),
                List.of("-map", "0:" + sound.stream(), "-vn"),
                List.of("-af", LOUDNESS + ":print_format=json", "-f", "null", "-"));
    }

    /** @param measured what the step before has found; empty when it is silent all the time */
    List<String> sound(Sound sound, Map<String, String> measured, Path media, Path playlist) {
        String level = measured.isEmpty()
                ? ""
                : LOUDNESS
                        + ":measured_I=%s:measured_TP=%s:measured_LRA=%s:measured_thresh=%s:offset=%s:linear=true,"
                                .formatted(
                                        measured.get("input_i"),
                                        measured.get("input_tp"),
                                        measured.get("input_lra"),
                                        measured.get("input_thresh"),
                                        measured.get("target_offset"));
        return with(
                QUIET,
                List.of("-v", "warning"),
                progress(),
                reading(),
                List.of("-map", "0:" + sound.stream(), "-vn"),
                NOTHING_ELSE,
                List.of("-af", level + "aresample=48000", "-c:a", "aac", "-b:a", "128k"),
                List.of("-ac", Integer.toString(Math.min(2, sound.channels()))),
                playlist(media, playlist));
    }

    List<String> pictures(Picture picture, Rung rung, String preset, Path media, Path playlist) {
        String slower = picture.framesPerSecond() > MOST_FRAMES_PER_SECOND + 1 ? ",fps=" + MOST_FRAMES_PER_SECOND : "";
        return with(
                QUIET,
                List.of("-v", "warning"),
                progress(),
                reading(),
                List.of("-map", "0:" + picture.stream(), "-an"),
                NOTHING_ELSE,
                List.of("-vf", "scale=%d:%d,setsar=1,format=yuv420p%s".formatted(rung.width(), rung.height(), slower)),
                // A screen that stands still has no frames for a while, and need not be given any.
                List.of(
                        "-fps_mode",
                        "vfr",
                        "-c:v",
                        "libx264",
                        "-preset",
                        preset,
                        "-profile:v",
                        "high",
                        "-crf",
                        QUALITY),
                List.of("-maxrate", rung.mostKilobits() + "k", "-bufsize", 2 * rung.mostKilobits() + "k"),
                // Every quality is cut at the same moments, so that a player can change between them.
                List.of("-force_key_frames", "expr:gte(t,n_forced*%d)".formatted(SEGMENT_SECONDS)),
                List.of("-sc_threshold", "0"),
                playlist(media, playlist));
    }

    /** Copies what was made before. */
    static List<String> together(List<Path> parts, Path target) {
        List<String> inputs =
                parts.stream().flatMap(part -> opening(part, "mov").stream()).toList();
        List<String> maps = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            maps.addAll(List.of("-map", Integer.toString(part)));
        }
        return with(
                QUIET,
                List.of("-v", "warning"),
                progress(),
                inputs,
                maps,
                List.of("-c", "copy", "-movflags", "+faststart", "-f", "mp4", target.toString()));
    }

    /** The one frame of many, near the beginning, that differs least from the others. */
    List<String> poster(Picture picture, Rung rung, Path target) {
        double start = Optional.ofNullable(trim.start()).map(Trim::seconds).orElse(0.0);
        double length = Optional.ofNullable(trim.length(source.seconds())).orElse(0.0);
        return with(
                QUIET,
                List.of("-v", "warning"),
                progress(),
                List.of("-ss", number(start + length / 10)),
                opening(file, source.format()),
                List.of("-map", "0:" + picture.stream()),
                NOTHING_ELSE,
                List.of(
                        "-vf",
                        "thumbnail=50,scale=%d:%d,setsar=1,format=yuvj420p".formatted(rung.width(), rung.height())),
                List.of(
                        "-frames:v",
                        "1",
                        "-update",
                        "1",
                        "-c:v",
                        "mjpeg",
                        "-q:v",
                        "3",
                        "-f",
                        "image2",
                        target.toString()));
    }

    /** What kind of H.264 was made. */
    static List<String> profile(Path made) {
        return with(
                List.of("-v", "error", "-of", "json", "-show_entries", "stream=codec_type,level"),
                opening(made, "mov"));
    }

    private List<String> reading() {
        List<String> cut = new ArrayList<>();
        if (trim.start() != null) {
            cut.addAll(List.of("-ss", number(seconds(trim.start()))));
        }
        if (trim.end() != null) {
            cut.addAll(List.of("-to", number(seconds(trim.end()))));
        }
        return with(cut, opening(file, source.format()));
    }

    private static List<String> opening(Path file, String format) {
        return List.of("-protocol_whitelist", "file", "-f", format, "-i", "file:" + file);
    }

    private static List<String> progress() {
        return List.of("-progress", "pipe:1", "-stats_period", "0.5");
    }

    /** One file of bytes, and the list of its segments. */
    private static List<String> playlist(Path media, Path playlist) {
        return List.of(
                "-f",
                "hls",
                "-hls_time",
                Integer.toString(SEGMENT_SECONDS),
                "-hls_playlist_type",
                "vod",
                "-hls_segment_type",
                "fmp4",
                "-hls_flags",
                "single_file",
                "-hls_segment_filename",
                media.toString(),
                playlist.toString());
    }

    private static String number(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    @SafeVarargs
    private static List<String> with(List<String>... parts) {
        return List.of(parts).stream().flatMap(List::stream).toList();
    }
}
