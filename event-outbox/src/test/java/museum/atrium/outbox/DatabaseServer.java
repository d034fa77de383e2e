package museum.atrium.outbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A Postgres server that can be stopped and comes back with its data, at the same address. */
final class DatabaseServer implements AutoCloseable {

    private final Path data;
    private final int port;
    private EmbeddedPostgres postgres;

    DatabaseServer(Path data) {
        this.data = data;
        this.postgres = launch(EmbeddedPostgres.builder());
        this.port = postgres.getPort();
    }

    String url() {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(port);
    }

    void stop() {
        close();
    }

    void start() {
        postgres = launch(EmbeddedPostgres.builder().setPort(port));
    }

    private EmbeddedPostgres launch(EmbeddedPostgres.Builder builder) {
        try {
            return builder.setDataDirectory(data).setCleanDataDirectory(false).start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
