package museum.atrium.registration.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for a text in everything that is stored. */
final class Traced {

    private final JdbcClient database;

    Traced(JdbcClient database) {
        this.database = database;
    }

    /** The names of all tables of which a row has this text in any column. */
    List<String> tablesWith(String text) {
        List<String> tables = database.sql("""
                select table_name from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE'
                """)
                .query((row, number) -> row.getString("table_name"))
                .list();
        assertThat(tables).contains("registration", "outbox", "erasure");
        return tables.stream()
                .filter(table -> database.sql("select count(*) from \"" + table + "\" t where t::text ilike :text")
                                .param("text", "%" + text + "%")
                                .query(Long.class)
                                .single()
                        > 0)
                .toList();
    }
}
