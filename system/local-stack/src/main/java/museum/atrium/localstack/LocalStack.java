package museum.atrium.localstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import museum.atrium.localstack.folder.DataFolder;
import museum.atrium.localstack.folder.Secrets;
import museum.atrium.localstack.frontdoor.FrontDoor;
import museum.atrium.localstack.frontdoor.Upstream;
import museum.atrium.localstack.parts.DatabaseAddress;
import museum.atrium.localstack.supervision.Launcher;
import museum.atrium.localstack.supervision.PartState;
import museum.atrium.localstack.supervision.RunningProcesses;
import museum.atrium.localstack.supervision.SupervisedPart;
import org.jspecify.annotations.Nullable;

/**
 * Everything that Atrium needs, on this machine: Postgres, Kafka, the inbox, the three services and the front door. The
 * parts are named {@code registration-service}, {@code notification-service}, {@code recording-service} (a second process
 * of one: {@code notification-service-2}), {@code inbox}, {@code Kafka} and {@code Postgres}.
 *
 * <pre>{@code
 * try (var stack = LocalStack.start(StackSettings.isolated(checkout, folder))) {
 *     stack.kill("notification-service");
 *     stack.awaitReady("notification-service");
 * }
 * }</pre>
 */
public final class LocalStack implements AutoCloseable {

    private static final Duration END_OF_LEFT_OVERS = Duration.ofSeconds(20);

    private final StackSettings settings;
    private final DataFolder folder;
    private final Plan plan;
    private final ServiceEnvironment environment;
    private final Parts parts;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable FrontDoor frontDoor;

    private LocalStack(
            StackSettings settings, DataFolder folder, Plan plan, ServiceEnvironment environment, Parts parts) {
        this.settings = settings;
        this.folder = folder;
        this.plan = plan;
        this.environment = environment;
        this.parts = parts;
    }

    /** Starts a stack and returns when all of it is ready. */
    public static LocalStack start(StackSettings settings) {
        return start(settings, Progress.silent());
    }

    public static LocalStack start(StackSettings settings, Progress progress) {
        var stack = prepare(settings, progress);
        try {
            stack.launch();
            return stack;
        } catch (RuntimeException failure) {
            stack.close();
            throw failure;
        }
    }

    /** Takes the data folder and the ports, and clears away what a killed stack left running; starts nothing yet. */
    static LocalStack prepare(StackSettings settings, Progress progress) {
        var folder = DataFolder.open(settings.data());
        try {
            var running = new RunningProcesses(folder.resolve("running"));
            int leftOvers = running.endLeftOvers(END_OF_LEFT_OVERS);
            if (leftOvers > 0) {
                progress.say("%d processes of a stack that was killed were still running and have been ended"
                        .formatted(leftOvers));
            }
            var secrets = Secrets.in(folder.resolve("secrets"));
            var plan = Plan.of(settings, secrets);
            var environment = new ServiceEnvironment(settings, plan, folder.resolve("recordings"), secrets);
            return new LocalStack(
                    settings, folder, plan, environment, new Parts(new Launcher(folder.logs(), running), progress));
        } catch (IOException failure) {
            folder.close();
            throw new StackFailure(
                    "What an earlier stack left running in %s cannot be ended: %s".formatted(folder.path(), failure),
                    failure);
        } catch (RuntimeException failure) {
            folder.close();
            throw failure;
        }
    }

    void launch() {
        var upstreams = plan.services().stream()
                .map(process -> new Upstream(
                        process.service(), process.port(), () -> parts.stateOf(process.name()) == PartState.READY))
                .toList();
        frontDoor = FrontDoor.open(
                plan.frontDoorPort(), plan.publicUrl(), overview().parts(), upstreams);
        new Starting(settings, folder, plan, environment, parts).untilReady();
    }

    Overview overview() {
        return new Overview(settings, plan, parts);
    }

    /** The origin of everything that people open. */
    public URI url() {
        return plan.publicUrl();
    }

    /** A service's or the inbox's own address, as in {@code url("registration-service")}. */
    public URI url(String part) {
        var ports = plan.services().stream()
                .filter(process -> process.name().equals(part))
                .map(process -> process.port());
        int port = ports.findFirst().orElseGet(() -> plan.inbox().orElseThrow().http());
        return URI.create("http://localhost:" + port);
    }

    public String organizerPassword() {
        return environment.organizerPassword();
    }

    /** The stack's own server; nothing where one was brought along. */
    public DatabaseAddress database() {
        return plan.database().orElseThrow();
    }

    /** The stack's own broker, as {@code host:port}; nothing where one was brought along. */
    public String kafkaBootstrapServers() {
        return plan.broker().orElseThrow().address();
    }

    public int smtpPort() {
        return plan.inbox().orElseThrow().smtp();
    }

    public Path data() {
        return folder.path();
    }

    public List<String> parts() {
        return parts.names();
    }

    public PartState stateOf(String part) {
        return named(part).state();
    }

    public Path logOf(String part) {
        return named(part).log();
    }

    /** Ends a part as {@code kill -9} does; it is started again by itself. */
    public void kill(String part) {
        named(part).kill();
    }

    /** Stops a part, which then stays away until it is started again. */
    public void stop(String part) {
        named(part).stop();
    }

    /** Starts a part that was stopped, and returns when it is ready. */
    public void startAgain(String part) {
        named(part).start();
        awaitReady(part);
    }

    public void awaitReady(String part) {
        named(part).awaitReady(settings.patience());
    }

    /** Stops everything in order: the front door, the services, the inbox, the broker, Postgres. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try (folder) {
            var open = frontDoor;
            if (open != null) {
                open.close();
            }
            parts.stop();
        }
    }

    private SupervisedPart named(String part) {
        return parts.find(part).orElseThrow(() -> new IllegalArgumentException("This stack has no part named " + part));
    }
}
