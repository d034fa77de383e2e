package museum.atrium.recording.processing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import museum.atrium.recording.processing.ToolRun.End;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Films and sounds made for tests by the ffmpeg that the service has found, and a look into what it made of them. */
public final class Clips {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final FindingTools finding;

    public Clips(FindingTools finding) {
        this.finding = finding;
    }

    public static List<String> pictures(String size, int seconds) {
        return List.of("-f", "lavfi", "-i", "testsrc2=duration=%d:size=%s:rate=25".formatted(seconds, size));
    }

    /** Rather quiet. */
    public static List<String> sound(int seconds) {
        return List.of("-f", "lavfi", "-i", "sine=frequency=440:duration=%d,volume=-18dB".formatted(seconds));
    }

    /** Bytes of what ffmpeg writes when it is asked for that, into a file that ends so. */
    @SafeVarargs
    public final byte[] make(String ending, List<String>... arguments) {
        try {
            Path folder = Files.createTempDirectory("clips");
            Path file = folder.resolve("clip." + ending);
            List<String> all = Stream.concat(
                            Stream.concat(
                                    Stream.of("-v", "error", "-y"),
                                    Stream.of(arguments).flatMap(List::stream)),
                            Stream.of(file.toString()))
                    .toList();
            run(tools().ffmpeg(), all);
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            Files.delete(folder);
            return bytes;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** As ffprobe says it: {@code format} and {@code streams}. */
    public JsonNode look(byte[] bytes) {
        return read(
                bytes,
                file -> JsonMapper.shared()
                        .readTree(run(
                                tools().ffprobe(),
                                List.of("-v", "error", "-of", "json", "-show_format", "-show_streams", file))));
    }

    /** Integrated loudness in LUFS. */
    public double loudness(byte[] bytes) {
        return read(bytes, file -> {
            String said = run(
                    tools().ffmpeg(),
                    List.of("-nostdin", "-i", file, "-af", "loudnorm=print_format=json", "-f", "null", "-"));
            return Double.parseDouble(said.replaceAll("(?s).*\"input_i\" : \"([^\"]+)\".*", "$1"));
        });
    }

    private interface Reading<T> {
        T of(String file);
    }

    private static <T> T read(byte[] bytes, Reading<T> reading) {
        try {
            Path file = Files.write(Files.createTempFile("clip", ".media"), bytes);
            T found = reading.of(file.toString());
            Files.delete(file);
            return found;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private MediaTools tools() {
        return finding.tools().orElseThrow(() -> new AssertionError(FindingTools.missing()));
    }

    /** Everything that it says, on both channels. */
    private String run(Path program, List<String> arguments) {
        StringBuilder said = new StringBuilder();
        End end = new ToolRun(program, arguments, tools().libraries(), PATIENCE)
                .run(line -> said.append(line).append('\n') != null, () -> true);
        return switch (end) {
            case End.Well(Complaints complaints) -> said + String.join("\n", complaints.lines());
            case End.Badly(int status, Complaints complaints) ->
                throw new AssertionError(complaints.lines().toString());
            case End.Silent silent -> throw new AssertionError("silent");
            case End.Unwanted unwanted -> throw new AssertionError("unwanted");
        };
    }
}
