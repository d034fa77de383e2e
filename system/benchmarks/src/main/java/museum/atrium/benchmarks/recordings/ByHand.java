package museum.atrium.benchmarks.recordings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Somebody at a terminal, with the same ffmpeg. */
final class ByHand {

    private static final String HLS = " -sn -dn -f hls -hls_time 6 -hls_playlist_type vod -hls_segment_type fmp4"
            + " -hls_flags single_file -hls_segment_filename %1$s.mp4 %1$s.m3u8";
    private static final String SOUND =
            " -map 0:a:0 -vn -af loudnorm=I=-16:TP=-1.5:LRA=11:measured_I=-21:measured_TP=-17:measured_LRA=1"
                    + ":measured_thresh=-31:offset=0:linear=true,aresample=48000 -c:a aac -b:a 128k -ac 1";
    private static final String PICTURES = " -map 0:v:0 -an -vf scale=%2$s,setsar=1,format=yuv420p -fps_mode vfr"
            + " -c:v libx264 -preset veryfast -profile:v high -crf 23 -maxrate %3$dk -bufsize %4$dk"
            + " -force_key_frames expr:gte(t,n_forced*6) -sc_threshold 0";

    private final Path folder;

    private ByHand(Path folder) {
        this.folder = folder;
    }

    /** Those on the PATH, else those that the service has unpacked. */
    static ByHand withTheToolsOf(Path data) throws IOException {
        List<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(Path::of)
                .filter(folder -> Files.isExecutable(folder.resolve("ffmpeg")))
                .toList();
        if (!onPath.isEmpty()) {
            return new ByHand(onPath.getFirst());
        }
        try (Stream<Path> files = Files.walk(data, 3)) {
            return new ByHand(files.filter(file -> file.endsWith("ffmpeg"))
                    .map(Path::getParent)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no ffmpeg on this machine: install it")));
        }
    }

    Path film(Path work, int seconds) {
        run(
                work,
                "-f lavfi -i testsrc2=duration=%1$d:size=1920x1080:rate=25 -f lavfi -i sine=frequency=440:duration=%1$d"
                                .formatted(seconds)
                        + " -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac film.mp4");
        return work.resolve("film.mp4");
    }

    Duration process(Path film, Path work) {
        long began = System.nanoTime();
        String from = "-i " + film;
        run(work, from + " -map 0:a:0 -vn -af loudnorm=I=-16:TP=-1.5:LRA=11:print_format=json -f null -");
        run(work, from + SOUND + HLS.formatted("sound"));
        run(work, "-i sound.mp4 -c copy -movflags +faststart -f mp4 recording.m4a");
        run(
                work,
                "-ss 6 " + from + " -map 0:v:0 -vf thumbnail=50,scale=1920:1080,setsar=1,format=yuvj420p -frames:v 1"
                        + " -update 1 -c:v mjpeg -q:v 3 -f image2 poster.jpg");
        run(work, from + (PICTURES + HLS).formatted("1080p", "1920:1080", 5246, 10492));
        run(work, from + (PICTURES + HLS).formatted("720p", "1280:720", 2855, 5710));
        run(work, from + (PICTURES + HLS).formatted("360p", "640:360", 1010, 2020));
        run(work, "-i 1080p.mp4 -i sound.mp4 -map 0 -map 1 -c copy -movflags +faststart -f mp4 recording.mp4");
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void run(Path work, String arguments) {
        List<String> command = new ArrayList<>(
                List.of(folder.resolve("ffmpeg").toString(), "-hide_banner", "-nostdin", "-y", "-v", "error"));
        command.addAll(List.of(arguments.split(" ")));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("log").toFile());
        builder.environment().put("LD_LIBRARY_PATH", folder.toString());
        try {
            if (builder.start().waitFor() != 0) {
                throw new IllegalStateException(
                        String.join(" ", command) + "\n" + Files.readString(work.resolve("log")));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
