package museum.atrium.registration.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import museum.atrium.registration.checking.Findings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the network that a part of the programme names. */
@Repository
class RunningNetworks {

    private static final String COLUMNS = "select id, slug, name, language, logo, privacy_notice from network ";

    private final JdbcClient database;
    private final ActivityRows rows;

    RunningNetworks(JdbcClient database, ActivityRows rows) {
        this.database = database;
        this.rows = rows;
    }

    @Nullable RunningNetwork named(Findings findings, String field, @Nullable String slug) {
        if (slug == null) {
            return null;
        }
        // No text in the database has that character, and asking for it is an error there.
        RunningNetwork found = slug.indexOf('\0') < 0 ? find(slug) : null;
        if (found == null) {
            findings.add(field, "is not the slug of a network");
        }
        return found;
    }

    /** By name. */
    List<RunningNetwork> all() {
        return database.sql(COLUMNS + "order by name, slug")
                .query(this::network)
                .list();
    }

    private @Nullable RunningNetwork find(String slug) {
        return database.sql(COLUMNS + "where slug = :slug")
                .param("slug", slug)
                .query(this::network)
                .optional()
                .orElse(null);
    }

    private RunningNetwork network(ResultSet row, int number) throws SQLException {
        return new RunningNetwork(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("name"),
                row.getString("language"),
                rows.picture(row.getString("logo")),
                rows.notice(row.getString("privacy_notice")));
    }
}
