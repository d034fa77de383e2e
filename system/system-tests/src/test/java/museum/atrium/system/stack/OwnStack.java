package museum.atrium.system.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import museum.atrium.localstack.LocalStack;
import museum.atrium.localstack.Progress;
import museum.atrium.localstack.StackSettings;
import museum.atrium.localstack.parts.DatabaseAddress;

/** The packaged programs of this checkout, on free ports and a data folder of their own. */
final class OwnStack implements Stack, Stack.Processes, Stack.Stores {

    private static final String INBOX = "inbox";

    private final LocalStack stack;

    private OwnStack(LocalStack stack) {
        this.stack = stack;
    }

    static OwnStack start() {
        try {
            Path checkout = Checkout.folder();
            Path target = Files.createDirectories(checkout.resolve("system/system-tests/target"));
            Path data = Files.createTempDirectory(target, "stack-");
            System.out.println("The stack's data and logs are in " + data);
            return new OwnStack(LocalStack.start(StackSettings.isolated(checkout, data), Progress.onTerminal()));
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the stack's data", e);
        }
    }

    @Override
    public URI origin() {
        return stack.url();
    }

    @Override
    public URI inbox() {
        return stack.url(INBOX);
    }

    @Override
    public String organizerPassword() {
        return stack.organizerPassword();
    }

    @Override
    public Optional<Processes> processes() {
        return Optional.of(this);
    }

    @Override
    public void killAndAwaitReturn(Service service) {
        System.out.println("kill -9 " + service.processName());
        stack.kill(service.processName());
        stack.awaitReady(service.processName());
    }

    @Override
    public Optional<Stores> stores() {
        return Optional.of(this);
    }

    @Override
    public Connection database(String name) throws SQLException {
        DatabaseAddress server = stack.database();
        return DriverManager.getConnection(server.jdbcUrl(name), server.user(), server.password());
    }

    @Override
    public String brokers() {
        return stack.kafkaBootstrapServers();
    }

    @Override
    public List<Path> logs() {
        try (Stream<Path> files = Files.list(stack.data().resolve("logs"))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The stack's logs cannot be listed", e);
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
