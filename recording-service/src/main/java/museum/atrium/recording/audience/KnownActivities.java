package museum.atrium.recording.audience;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class KnownActivities {

    private final JdbcClient database;

    KnownActivities(JdbcClient database) {
        this.database = database;
    }

    public Optional<KnownActivity> find(UUID id) {
        return database.sql("select * from activity where id = :id")
                .param("id", id)
                .query(KnownActivities::read)
                .optional();
    }

    public Optional<KnownActivity> find(String slug) {
        if (slug.indexOf('\0') >= 0) {
            return Optional.empty(); // The database cannot even be asked for it.
        }
        return database.sql("select * from activity where slug = :slug order by id limit 1")
                .param("slug", slug)
                .query(KnownActivities::read)
                .optional();
    }

    /** Those of which a session shares some of that time. */
    public List<KnownActivity> takingPlaceBetween(Instant start, Instant end) {
        return database.sql("""
                select * from activity
                where exists (
                    select from jsonb_array_elements(slots) slot
                    where (slot ->> 'startsAt')::timestamptz < :end and (slot ->> 'endsAt')::timestamptz > :start)
                order by id
                """)
                .param("start", start.atOffset(ZoneOffset.UTC))
                .param("end", end.atOffset(ZoneOffset.UTC))
                .query(KnownActivities::read)
                .list();
    }

    /** By its slug, or by its id as organisers may have it from elsewhere. */
    public Optional<KnownActivity> named(String name) {
        return find(name).or(() -> id(name).flatMap(this::find));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    void keep(KnownActivity activity) {
        database.sql("""
                insert into activity (id, slug, language, title, series, organizers, sessions, slots)
                values (:id, :slug, :language, cast(:title as jsonb), :series, :organizers, :sessions, cast(:slots as jsonb))
                on conflict (id) do update set slug = excluded.slug, language = excluded.language, title = excluded.title,
                    series = excluded.series, organizers = excluded.organizers, sessions = excluded.sessions,
                    slots = excluded.slots
                """)
                .param("id", activity.id())
                .param("slug", activity.slug())
                .param("language", activity.language())
                .param("title", EventReading.write(activity.title()))
                .param("series", activity.series())
                .param("organizers", activity.organizers().toArray(String[]::new))
                .param("slots", EventReading.write(activity.slots()))
                .param("sessions", activity.sessions().toArray(UUID[]::new))
                .update();
    }

    private static KnownActivity read(ResultSet row, int number) throws SQLException {
        return new KnownActivity(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("language"),
                EventReading.readTexts(row.getString("title")),
                row.getObject("series", UUID.class),
                List.of((String[]) row.getArray("organizers").getArray()),
                Arrays.asList(uuids(row.getArray("sessions"))),
                List.of(EventReading.readColumn(row.getString("slots"), KnownActivity.Slot[].class)));
    }

    static UUID[] uuids(Array column) throws SQLException {
        return (UUID[]) column.getArray();
    }

    static @Nullable List<UUID> listOrNull(@Nullable Array column) throws SQLException {
        return column == null ? null : List.of(uuids(column));
    }
}
