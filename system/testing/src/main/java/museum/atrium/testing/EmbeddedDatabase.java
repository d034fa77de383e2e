package museum.atrium.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;

/** An empty database on the one Postgres server that the tests of this process share. */
record EmbeddedDatabase(String name) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Started when first asked for. */
    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        // Contexts are closed by a shutdown hook; the server must outlive them.
                        .setRegisterShutdownHook(false)
                        .start();
                SpringApplication.getShutdownHandlers().add(() -> close(postgres));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded Postgres did not start.", e);
            }
        }

        private static void close(EmbeddedPostgres postgres) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static EmbeddedDatabase fresh() {
        EmbeddedDatabase database = new EmbeddedDatabase("context_" + COUNT.incrementAndGet());
        run("create database " + database.name());
        return database;
    }

    String url() {
        return "jdbc:postgresql://localhost:" + Server.POSTGRES.getPort() + "/" + name;
    }

    void drop() {
        run("drop database " + name + " with (force)");
    }

    // The statements take no parameters and the names are counted here.
    private static void run(String statement) {
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded Postgres refused: " + statement, e);
        }
    }
}
