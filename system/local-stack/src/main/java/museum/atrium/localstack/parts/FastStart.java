package museum.atrium.localstack.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import museum.atrium.localstack.Progress;
import museum.atrium.localstack.StackFailure;

/**
 * How a service is started in less than half the time: from its jar taken apart, with a cache of what the JVM has learnt
 * in a rehearsal. The rehearsal happens once per build: the service gets as far as its own beans, then the JVM writes the
 * cache and ends. Without either the service only starts more slowly.
 *
 * @param jar what is run
 * @param options with which the JVM runs it
 */
public record FastStart(Path jar, List<String> options) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> WITHOUT_REMARKS = List.of("-Xlog:aot*=off", "-Xlog:cds*=off");

    /** @param environment with which the service will run, its database included */
    public static FastStart of(
            Service service, Path home, Map<String, String> environment, Path log, Progress progress) {
        Path built = service.jarIn(home);
        if (!Files.isRegularFile(built)) {
            throw new StackFailure("%s is not built. Build it: mvn package -DskipTests".formatted(built));
        }
        Path jar = built;
        try {
            if (!ExtractedJar.isJarOfJars(built)) {
                return new FastStart(built, List.of());
            }
            jar = ExtractedJar.of(built, environment, log);
            Path cache = jar.resolveSibling("learnt.aot");
            if (!Files.exists(cache)) {
                progress.say("%s rehearses its start, once per build".formatted(service.title()));
                rehearse(jar, cache, environment, log);
            }
            return new FastStart(jar, Files.size(cache) > 0 ? with("-XX:AOTCache=" + cache) : List.of());
        } catch (IOException | StackFailure failure) {
            progress.say("%s starts without a rehearsal: %s".formatted(service.title(), failure.getMessage()));
            return new FastStart(jar, List.of());
        }
    }

    /** What takes too long, or ends well without a cache, is not tried again: an empty cache stands for it. */
    private static void rehearse(Path jar, Path cache, Map<String, String> environment, Path log)
            throws IOException {
        Path beside = Files.createTempFile(jar.getParent(), "learning-", ".aot");
        try {
            var learning = with("-XX:AOTCacheOutput=" + beside, "-Dspring.context.exit=onRefresh");
            var rehearsal = JavaProgram.with(ServiceProcess.HEAP_MEGABYTES, learning, "-jar", jar.toString());
            String what = "The rehearsal of " + jar.getFileName();
            if (Errand.isDoneWithin(PATIENCE, what, rehearsal, environment, log)) {
                Files.move(beside, cache);
            } else {
                Files.createFile(cache);
            }
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static List<String> with(String... options) {
        var all = new ArrayList<>(WITHOUT_REMARKS);
        all.addAll(List.of(options));
        return List.copyOf(all);
    }
}
