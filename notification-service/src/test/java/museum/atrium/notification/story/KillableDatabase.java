package museum.atrium.notification.story;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/** A Postgres server of one's own, as durable as in production, that can be killed and come back with its data. */
public final class KillableDatabase {

    private final Path data;
    private final int port;
    private EmbeddedPostgres postgres;

    private KillableDatabase(Path data, EmbeddedPostgres postgres) {
        this.data = data;
        this.postgres = postgres;
        this.port = postgres.getPort();
    }

    public static KillableDatabase start() {
        try {
            Path data = Files.createTempDirectory("killable-database");
            KillableDatabase database = new KillableDatabase(data, server(data).start());
            // Contexts are closed by a shutdown hook; the server must outlive them.
            SpringApplication.getShutdownHandlers().add(database::end);
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres.Builder server(Path data) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on");
    }

    public String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    /** The server and everything that it has started, as by the kernel. Returns when they are gone. */
    public void kill() {
        try {
            long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
            List<ProcessHandle> all =
                    Stream.concat(Stream.of(server), server.descendants()).toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(process -> process.onExit().join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void startAgain() {
        try {
            // The library's handle on the one that was killed locks the folder, and must not look for it to stop it.
            Files.delete(data.resolve("postmaster.pid"));
            postgres.close();
            postgres = server(data).setPort(port).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        try {
            postgres.close();
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
