package museum.atrium.notification.story;

import static java.util.function.Predicate.not;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import museum.atrium.notification.NotificationApplication;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/**
 * Another instance of the service in a process of its own, which can be killed. It shares the database, the broker and
 * the mail server of the test.
 */
public final class Instance {

    private static final List<String> SHARED = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.kafka.bootstrap-servers",
            "spring.mail.host",
            "spring.mail.port",
            "atrium.organizer-password",
            "atrium.public-url",
            "atrium.mail.from",
            "atrium.delivery.lease",
            "LINK_KEYS_MANAGE",
            "LINK_KEYS_JOIN",
            "LINK_KEYS_WATCH");

    private final Process process;
    private final Path log;

    private Instance(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Returns before it works. What is not given is as in production. */
    static Instance start(Environment environment, Set<String> notGiven) {
        try {
            Path log = Files.createTempFile("instance", ".log");
            log.toFile().deleteOnExit();
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx256m",
                    "-cp",
                    classpath(),
                    NotificationApplication.class.getName(),
                    "--server.port=0");
            builder.environment().put("SPRING_APPLICATION_JSON", settings(environment, notGiven));
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            // It does not outlive the tests when they are broken off.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Instance(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String settings(Environment environment, Set<String> notGiven) {
        Map<String, String> shared = SHARED.stream()
                .filter(not(notGiven::contains))
                .collect(Collectors.toMap(Function.identity(), environment::getRequiredProperty));
        return JsonMapper.shared().writeValueAsString(shared);
    }

    /** Without the tests' own classes, which it would take for parts of the service. */
    private static String classpath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String own = new File(Instance.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .getPath();
        return Stream.of(all.split(File.pathSeparator))
                .filter(entry -> !new File(entry).getPath().equals(own))
                .collect(Collectors.joining(File.pathSeparator));
    }

    public Instance awaitWork() {
        eventually(
                Duration.ofSeconds(60),
                () -> assertThat(Files.readString(log)).contains("Started NotificationApplication"));
        return this;
    }

    /** Without a warning, as by the kernel. Returns when it is gone. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
