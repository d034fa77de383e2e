package museum.atrium.registration.programme;

import java.util.Optional;
import java.util.UUID;
import museum.atrium.registration.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The series that activities may belong to. */
@Repository
class SeriesList {

    private final JdbcClient database;
    private final JsonMapper json;
    private final Ids ids;

    SeriesList(JdbcClient database, JsonMapper json, Ids ids) {
        this.database = database;
        this.json = json;
        this.ids = ids;
    }

    Optional<Series> find(String slug) {
        return database.sql("select * from series where slug = :slug")
                .param("slug", slug)
                .query((row, number) -> new Series(
                        row.getObject("id", UUID.class),
                        row.getString("slug"),
                        json.readValue(row.getString("title"), LocalizedText.class),
                        json.readValue(row.getString("summary"), LocalizedText.class)))
                .optional();
    }

    void insert(String slug, LocalizedText title, LocalizedText summary) {
        database.sql("""
                insert into series (id, slug, title, summary) values (:id, :slug, :title::jsonb, :summary::jsonb)
                on conflict (slug) do nothing
                """)
                .param("id", ids.next())
                .param("slug", slug)
                .param("title", json.writeValueAsString(title))
                .param("summary", json.writeValueAsString(summary))
                .update();
    }
}
