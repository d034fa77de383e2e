package museum.atrium.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;

/** A question to a database whose answer is one number. */
public final class Query {

    private Query() {}

    public static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        }
    }
}
