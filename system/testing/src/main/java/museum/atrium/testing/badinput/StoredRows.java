package museum.atrium.testing.badinput;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A line for each table: how many rows it has, and the last transaction that wrote one of those that are there. */
public final class StoredRows implements Supplier<String> {

    private static final String ROWS = """
            select string_agg(table_name || ' ' || array_to_string(xpath('//count/text()|//max/text()', query_to_xml(
                       format('select count(*), max(xmin::text::bigint) from %I', table_name), true, true, '')), ' '), E'\\n')
            from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all (?)
            """;

    private final DataSource database;
    private final String[] restless;

    /** @param restless tables that the service changes all the time, whatever is asked of it */
    public StoredRows(DataSource database, String... restless) {
        this.database = database;
        this.restless = restless;
    }

    @Override
    public String get() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(ROWS)) {
            query.setArray(1, connection.createArrayOf("text", restless));
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The rows cannot be counted.", e);
        }
    }
}
