package museum.atrium.localstack.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import museum.atrium.localstack.StackFailure;
import museum.atrium.localstack.supervision.Command;
import museum.atrium.localstack.supervision.Part;
import museum.atrium.localstack.supervision.StopSignal;

/** A Postgres server of the stack's own: on this machine's loopback address only, durable, with a password. */
public final class Postgres {

    public static final String NAME = "Postgres";
    public static final String USER = "postgres";

    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);

    private Postgres() {}

    /** Unpacks and lays out what is not there yet. */
    public static Part prepare(Path folder, DatabaseAddress address, Map<String, String> environment, Path logs) {
        try {
            Files.createDirectories(folder);
            var software = PostgresSoftware.unpackedIn(folder);
            Path log = logs.resolve(NAME + ".log");
            var launcher = OrdinaryUser.launcher(environment, log);
            Path data = folder.resolve("data");
            if (!Files.exists(data)) {
                layOut(data, software, launcher, address.password(), environment, log);
            }
            var command = new Command(launcher, software.program("postgres"), options(data, address.port()));
            return new Part(NAME, command, environment, () -> isReady(address), StopSignal.INT, STOPS_WITHIN);
        } catch (IOException failure) {
            throw new StackFailure("Postgres cannot be prepared in %s: %s".formatted(folder, failure), failure);
        }
    }

    private static List<String> options(Path data, int port) {
        return List.of(
                "-D", data.toString(),
                "-p", Integer.toString(port),
                "-c", "listen_addresses=127.0.0.1",
                // A socket's path may be too long for the system, and nobody here uses one.
                "-c", "unix_socket_directories=",
                "-c", "max_connections=200",
                "-c", "timezone=UTC",
                "-c", "log_timezone=UTC");
    }

    /** Beside its place at first: what is interrupted must not pass for a database later. */
    private static void layOut(
            Path data,
            PostgresSoftware software,
            List<String> launcher,
            String password,
            Map<String, String> environment,
            Path log)
            throws IOException {
        Path beside = data.resolveSibling("data.new");
        Folders.delete(beside);
        Path passwordFile = data.resolveSibling("password.new");
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, password);
        try {
            var arguments = List.of(
                    "-D",
                    beside.toString(),
                    "-U",
                    USER,
                    "--pwfile",
                    passwordFile.toString(),
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8");
            Errand.run(
                    "Laying out Postgres' data",
                    new Command(launcher, software.program("initdb"), arguments),
                    environment,
                    log);
            Files.move(beside, data);
        } finally {
            Files.delete(passwordFile);
        }
    }

    private static boolean isReady(DatabaseAddress address) throws IOException {
        try {
            address.createMissing(List.of("registration", "notification", "recording"));
            return true;
        } catch (SQLException notYet) {
            throw new IOException(notYet);
        }
    }
}
