package museum.atrium.system.stack;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** An Atrium with its front door and its inbox. */
public interface Stack extends AutoCloseable {

    /** Where people knock: the origin of every public path. */
    URI origin();

    /** The inbox's own origin. */
    URI inbox();

    String organizerPassword();

    /** The processes behind it, when they are ours to kill. */
    Optional<Processes> processes();

    /** What is kept where nobody looks from outside, when it is ours to open. */
    Optional<Stores> stores();

    /** The log files of everything that runs; empty when they are out of reach. */
    List<Path> logs();

    @Override
    void close();

    /** The databases and the broker. */
    interface Stores {

        /** To the database of that name, on a server where each service has one. */
        Connection database(String name) throws SQLException;

        String brokers();
    }

    /** Processes that a supervisor starts again when they die. */
    interface Processes {

        /** Kills the service as `kill -9` does and returns when another process of that service is ready. */
        void killAndAwaitReturn(Service service);
    }
}
