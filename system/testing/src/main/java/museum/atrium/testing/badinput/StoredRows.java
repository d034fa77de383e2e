package museum.atrium.testing.badinput;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A line for each table: how many rows it has, and the last transaction that wrote one of those that are there. The rows are counted only
 * when something was written since, which triggers tell, also of what was rolled back.
 */
public final class StoredRows implements Supplier<String> {

    private static final String TABLES =
            " from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all (?)";
    private static final String ROWS = """
            select string_agg(table_name || ' ' || array_to_string(xpath('//count/text()|//max/text()', query_to_xml(
                       format('select count(*), max(xmin::text::bigint) from %I', table_name), true, true, '')), ' '), E'\\n')
            """ + TABLES;
    private static final String TRIGGERS = """
            select string_agg(format('create or replace trigger stored_rows after insert or update or delete or truncate on %I'
                       || ' for each statement execute function stored_rows.note()', table_name), ';')
            """ + TABLES;
    private static final String NOTING = """
            create schema if not exists stored_rows;
            create sequence if not exists stored_rows.writes;
            create or replace function stored_rows.note() returns trigger language plpgsql security definer as
                $$ begin perform nextval('stored_rows.writes'); return null; end $$
            """;

    private final DataSource database;
    private final String[] restless;
    private long writes = -1;
    private @Nullable String counted;

    /** @param restless tables that the service changes all the time, whatever is asked of it */
    public StoredRows(DataSource database, String... restless) {
        this.database = database;
        this.restless = restless;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(NOTING);
            statement.execute(text(connection, TRIGGERS));
        } catch (SQLException e) {
            throw new IllegalStateException("The tables cannot be watched.", e);
        }
    }

    @Override
    public synchronized String get() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet last = statement.executeQuery("select last_value + is_called::int from stored_rows.writes")) {
            last.next();
            long now = last.getLong(1);
            String rows = counted;
            if (rows == null || now != writes) {
                rows = text(connection, ROWS);
                counted = rows;
                writes = now;
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("The rows cannot be counted.", e);
        }
    }

    private String text(Connection connection, String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text", restless));
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
