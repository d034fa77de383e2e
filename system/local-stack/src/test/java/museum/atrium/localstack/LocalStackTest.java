package museum.atrium.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import museum.atrium.localstack.parts.Service;
import museum.atrium.localstack.supervision.PartState;
import museum.atrium.localstack.supervision.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stack over dummy services; everything else is brought along, so that nothing large is started. */
class LocalStackTest {

    @TempDir
    private Path home;

    private final Told told = new Told();
    private StackSettings settings;

    @BeforeEach
    void buildDummies() throws IOException {
        for (Service service : Service.values()) {
            Path target = Files.createDirectories(home.resolve(service.title()).resolve("target"));
            writeJar(target.resolve(service.title() + ".jar"));
        }
        settings = StackSettings.isolated(home, home.resolve("a folder"))
                .with("POSTGRES_HOST", "db.example.org")
                .with("KAFKA_BOOTSTRAP_SERVERS", "broker.example.org:9092")
                .with("SMTP_HOST", "mail.example.org");
    }

    @Test
    void everyServiceIsReachedThroughTheFrontDoor() throws Exception {
        try (var stack = LocalStack.start(settings, told)) {
            assertThat(get(stack.url().resolve("/api/activities"))).isEqualTo("registration-service");
            assertThat(get(stack.url().resolve("/unsubscribe/token"))).isEqualTo("notification-service");
            assertThat(get(stack.url().resolve("/watch/slug"))).isEqualTo("recording-service");
            assertThat(get(stack.url("recording-service"))).isEqualTo("recording-service");
            assertThat(stack.parts()).hasSize(3);
        }
    }

    @Test
    void whatAPersonBringsAlongIsNotStartedButShown() throws Exception {
        try (var stack = LocalStack.start(settings, told)) {
            assertThat(get(stack.url().resolve("/")))
                    .contains("db.example.org", "broker.example.org:9092", "mail.example.org", "not started here");
        }
    }

    @Test
    void twoProcessesOfAServiceTakeTurnsAndOneIsEnoughWhileTheOtherIsAway() throws Exception {
        try (var stack = LocalStack.start(settings.withInstances("notification-service", 2), told)) {
            URI deliveries = stack.url().resolve("/api/deliveries");
            assertThat(answersOf(deliveries))
                    .containsExactlyInAnyOrder("notification-service", "notification-service-2");

            stack.stop("notification-service");
            assertThat(answersOf(deliveries)).containsExactly("notification-service-2");

            stack.startAgain("notification-service");
            assertThat(answersOf(deliveries)).hasSize(2);
        }
    }

    @Test
    void aServiceThatIsKilledComesBackAtTheSameAddress() throws Exception {
        try (var stack = LocalStack.start(settings, told)) {
            stack.kill("recording-service");
            stack.awaitReady("recording-service");

            assertThat(get(stack.url("recording-service"))).isEqualTo("recording-service");
            assertThat(told.sentences()).anyMatch(line -> line.startsWith("recording-service was ended by signal 9"));
        }
    }

    @Test
    void aSecondStackOnTheSameFolderIsRefusedAndTheFirstGoesOn() throws Exception {
        try (var stack = LocalStack.start(settings, told)) {
            assertThatThrownBy(() -> LocalStack.start(settings)).hasMessageContaining("Another stack runs");

            assertThat(get(stack.url("recording-service"))).isEqualTo("recording-service");
        }
    }

    @Test
    void afterTheStackHasStoppedNothingOfItRuns() {
        var stack = LocalStack.start(settings, told);
        var processes = ProcessHandle.current().children().toList();
        assertThat(processes).hasSize(3);

        stack.close();

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(told.sentences()).contains("registration-service has stopped");
        LocalStack.start(settings, told).close();
    }

    @Test
    void aServiceThatIsNotBuiltIsToldWithTheCommandThatBuildsIt() throws IOException {
        Files.delete(home.resolve("recording-service/target/recording-service.jar"));

        assertThatThrownBy(() -> LocalStack.start(settings, told))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("recording-service.jar is not built")
                .hasMessageContaining("mvn package");
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    @Test
    void aServiceThatRefusesToStartEndsTheStartWithItsLog() {
        assertThatThrownBy(() -> LocalStack.start(settings.with("JAVA_TOOL_OPTIONS", "-Xmx1x"), told))
                .isInstanceOf(StackFailure.class)
                .hasMessageMatching("(registration|notification|recording)-service is failed, not ready.*logs.*\\.log");
    }

    @Test
    void aPartThatThereIsNotIsNamedInTheRefusal() {
        try (var stack = LocalStack.start(settings, told)) {
            assertThat(stack.stateOf("recording-service")).isEqualTo(PartState.READY);
            assertThatThrownBy(() -> stack.kill("Kafka")).hasMessageContaining("no part named Kafka");
        }
    }

    private Set<String> answersOf(URI uri) throws Exception {
        var answers = new HashSet<String>();
        for (int asked = 0; asked < 6; asked++) {
            answers.add(get(uri));
        }
        return answers;
    }

    private static String get(URI uri) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static void writeJar(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, DummyService.class.getName());
        String classFile = DummyService.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                var entries = new JarOutputStream(file, manifest);
                var code = DummyService.class.getResourceAsStream("DummyService.class")) {
            entries.putNextEntry(new JarEntry(classFile));
            code.transferTo(entries);
        }
    }
}
