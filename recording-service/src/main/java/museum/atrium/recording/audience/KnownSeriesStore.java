package museum.atrium.recording.audience;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of series. */
@Repository
public class KnownSeriesStore {

    private final JdbcClient database;
    private final Clock clock;

    KnownSeriesStore(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Optional<KnownSeries> find(UUID id) {
        return database.sql("select * from series where id = :id")
                .param("id", id)
                .query(KnownSeriesStore::read)
                .optional();
    }

    public Optional<KnownSeries> find(String slug) {
        return slug.indexOf('\0') >= 0
                ? Optional.empty() // The database cannot even be asked for it.
                : database.sql("select * from series where slug = :slug order by id limit 1")
                        .param("slug", slug)
                        .query(KnownSeriesStore::read)
                        .optional();
    }

    /** When it was first heard of. */
    public Instant since(UUID id) {
        return database.sql("select since from series where id = :id")
                .param("id", id)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** As the series itself says. */
    void keep(KnownSeries series) {
        write(series, """
                on conflict (id) do update set slug = excluded.slug, language = excluded.language, title = excluded.title,
                    summary = excluded.summary
                """);
    }

    /** As an activity of it says: what the series itself has said counts more. */
    void keepUnlessTold(KnownSeries series) {
        write(series, """
                on conflict (id) do update set slug = excluded.slug, title = excluded.title where series.language is null
                """);
    }

    private void write(KnownSeries series, String otherwise) {
        database.sql("insert into series (id, slug, language, title, summary, since)"
                        + " values (:id, :slug, :language, cast(:title as jsonb), cast(:summary as jsonb), :since) "
                        + otherwise)
                .param("id", series.id())
                .param("slug", series.slug())
                .param("language", series.language())
                .param("title", EventReading.write(series.title()))
                .param("summary", EventReading.write(series.summary()))
                .param("since", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static KnownSeries read(ResultSet row, int number) throws SQLException {
        @Nullable String summary = row.getString("summary");
        return new KnownSeries(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("language"),
                EventReading.readTexts(row.getString("title")),
                summary == null ? Map.of() : EventReading.readTexts(summary));
    }
}
