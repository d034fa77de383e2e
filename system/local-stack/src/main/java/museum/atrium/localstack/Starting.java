package museum.atrium.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import museum.atrium.localstack.folder.DataFolder;
import museum.atrium.localstack.parts.Broker;
import museum.atrium.localstack.parts.FastStart;
import museum.atrium.localstack.parts.MailInbox;
import museum.atrium.localstack.parts.Postgres;
import museum.atrium.localstack.parts.Service;
import museum.atrium.localstack.supervision.Part;

/** Starts the parts of a plan side by side; only the services wait for their database. */
final class Starting {

    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("starting").start(task);

    private final StackSettings settings;
    private final DataFolder folder;
    private final Plan plan;
    private final ServiceEnvironment environment;
    private final Parts parts;

    Starting(StackSettings settings, DataFolder folder, Plan plan, ServiceEnvironment environment, Parts parts) {
        this.settings = settings;
        this.folder = folder;
        this.plan = plan;
        this.environment = environment;
        this.parts = parts;
    }

    /** Returns when every part is ready; throws as soon as one cannot be. */
    void untilReady() {
        var steps = new ArrayList<CompletableFuture<Void>>();
        var database = plan.database()
                .map(address ->
                        ready(() -> Postgres.prepare(folder.resolve("postgres"), address, inherited(), folder.logs())))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
        steps.add(database);
        plan.broker()
                .ifPresent(ports -> steps.add(ready(() ->
                        Broker.prepare(folder.resolve("kafka"), ports, classPath(), inherited(), folder.logs()))));
        plan.inbox()
                .ifPresent(ports -> steps.add(ready(() -> MailInbox.prepare(
                        settings.home(), folder.resolve("inbox"), ports.http(), ports.smtp(), inherited()))));
        for (Service service : Service.values()) {
            var prepared = database.thenApplyAsync(_ -> fastStartOf(service), THREADS);
            plan.processesOf(service)
                    .forEach(process -> steps.add(
                            prepared.thenCompose(start -> ready(() -> process.part(start, environment.of(process))))));
        }
        await(steps);
    }

    private FastStart fastStartOf(Service service) {
        var first = plan.processesOf(service).getFirst();
        Path log = folder.logs().resolve(first.name() + ".log");
        return FastStart.of(service, settings.home(), environment.of(first), log, parts.progress());
    }

    private CompletableFuture<Void> ready(Supplier<Part> preparing) {
        Duration patience = settings.patience();
        return CompletableFuture.runAsync(() -> parts.start(preparing.get()).awaitReady(patience), THREADS);
    }

    /** The broker is among the libraries of the stack itself, of which a stack inside a test has no lean class path. */
    private String classPath() {
        Path built = settings.home().resolve("system/local-stack/target/local-stack.jar");
        return Files.exists(built) ? built.toString() : System.getProperty("java.class.path");
    }

    private Map<String, String> inherited() {
        return settings.environment();
    }

    private static void await(List<CompletableFuture<Void>> steps) {
        var firstFailure = new CompletableFuture<Void>();
        for (var step : steps) {
            step.whenComplete((_, failure) -> {
                if (failure != null) {
                    firstFailure.completeExceptionally(failure);
                }
            });
        }
        try {
            CompletableFuture.anyOf(firstFailure, CompletableFuture.allOf(steps.toArray(CompletableFuture<?>[]::new)))
                    .join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof StackFailure known ? known : failure;
        }
    }
}
