package museum.atrium.localstack.parts;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** Where a Postgres server is and who may come in. */
public record DatabaseAddress(String host, int port, String user, String password) {

    private static final String TIMEOUT_SECONDS = "5";

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
        properties.setProperty("loginTimeout", TIMEOUT_SECONDS);
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    void createMissing(List<String> databases) throws SQLException {
        try (var connection = connect("postgres");
                var looking = connection.prepareStatement("select 1 from pg_database where datname = ?");
                var creating = connection.createStatement()) {
            for (String database : databases) {
                looking.setString(1, database);
                try (var found = looking.executeQuery()) {
                    if (!found.next()) {
                        creating.execute("create database " + creating.enquoteIdentifier(database, true));
                    }
                }
            }
        }
    }
}
