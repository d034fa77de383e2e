package museum.atrium.localstack.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import museum.atrium.localstack.Progress;
import museum.atrium.localstack.StackFailure;

/**
 * How a service is started in half the time: from its jar taken apart, with a cache of what the JVM has learnt in a
 * {@linkplain Rehearsal rehearsal} of this build. Without either the service only starts more slowly.
 *
 * @param jar what is run
 * @param options with which the JVM runs it
 */
public record FastStart(Path jar, List<String> options) {

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
            var rehearsal = new Rehearsal(jar);
            if (!rehearsal.hasHappened()) {
                progress.say("%s rehearses its start, once per build".formatted(service.title()));
                rehearsal.hold(environment, log);
            }
            return new FastStart(jar, rehearsal.whatWasLearnt());
        } catch (IOException | StackFailure failure) {
            progress.say("%s starts more slowly: %s".formatted(service.title(), failure.getMessage()));
            return new FastStart(jar, List.of());
        }
    }
}
