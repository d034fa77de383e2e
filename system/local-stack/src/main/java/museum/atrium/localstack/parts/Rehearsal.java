package museum.atrium.localstack.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import museum.atrium.localstack.Seconds;
import museum.atrium.localstack.StackFailure;

/**
 * A start of a service for the JVM's sake: it gets as far as its own beans, then the JVM writes a cache of the classes
 * and profiles that it came to know, and ends. On a busy machine that takes long; then the service starts without, and
 * the rehearsal goes on for the benefit of the next start.
 */
final class Rehearsal {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WITHOUT_REMARKS = "-Xlog:aot*=off,cds*=off";

    private final Path jar;
    private final Path cache;

    Rehearsal(Path jar) {
        this.jar = jar;
        this.cache = jar.resolveSibling("learnt.aot");
    }

    boolean hasHappened() {
        return Files.exists(cache);
    }

    /** The options that make the JVM use what it has learnt; none as long as it has not. */
    List<String> whatWasLearnt() {
        return hasHappened() ? List.of(WITHOUT_REMARKS, "-XX:AOTCache=" + cache) : List.of();
    }

    void hold(Map<String, String> environment, Path log) {
        Path learning = jar.resolveSibling("learning-" + ProcessHandle.current().pid() + ".aot");
        var options = List.of(WITHOUT_REMARKS, "-XX:AOTCacheOutput=" + learning, "-Dspring.context.exit=onRefresh");
        var command = JavaProgram.with(ServiceProcess.HEAP_MEGABYTES, options, "-jar", jar.toString());
        var rehearsal = Errand.start("The rehearsal of its start", command, environment, log);
        var kept = rehearsal.onExit().thenAccept(ended -> keep(ended.exitValue(), learning));
        if (!Errand.isDoneWithin(PATIENCE, rehearsal)) {
            throw new StackFailure("the rehearsal of its start takes longer than " + Seconds.of(PATIENCE));
        }
        kept.join();
        if (!hasHappened()) {
            throw new StackFailure("the rehearsal of its start failed, see " + log);
        }
    }

    private void keep(int exitCode, Path learnt) {
        try {
            if (exitCode == 0 && Files.exists(learnt)) {
                Files.move(learnt, cache);
            }
            Files.deleteIfExists(learnt);
            Files.deleteIfExists(learnt.resolveSibling(learnt.getFileName() + ".config"));
        } catch (IOException _) {
            // Without its cache the rehearsal counts as failed, and is told to be.
        }
    }
}
