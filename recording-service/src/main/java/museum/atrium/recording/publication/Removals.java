package museum.atrium.recording.publication;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.store.MediaFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The proof that nothing is left of what was taken back: which files there were is noted, and the store is looked at until they are gone. */
@Repository
class Removals {

    private static final Logger log = LoggerFactory.getLogger(Removals.class);
    private static final int AT_ONCE = 100;

    private final JdbcClient database;
    private final MediaFiles store;
    private final Clock clock;

    Removals(JdbcClient database, MediaFiles store, Clock clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param bytes that they had together
     * @param confirmedAt when the store was seen without any of them; null: not yet
     */
    record Removal(
            int files,
            long bytes,
            Instant requestedAt,
            @Nullable Instant confirmedAt) {}

    /** To be called before they are forgotten. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(RecordingId recording) {
        List<String> files = database.sql("""
                select media_file from recording where id = :recording and media_file is not null
                union select file from rendition where recording = :recording
                union select cast(file as text) from processing_step where recording = :recording and file is not null
                union select cast(file as text) from attachment where recording = :recording
                union select cast(id as text) from upload where recording = :recording
                """)
                .param("recording", recording.value())
                .query((row, number) -> row.getString(1))
                .list();
        database.sql("""
                insert into removal (recording, files, bytes, requested_at) values (:recording, :files, :bytes, :now)
                on conflict (recording) do update set files = removal.files || excluded.files,
                    bytes = removal.bytes + excluded.bytes,
                    -- What was proven stays proven when nothing has come since.
                    confirmed_at = case when excluded.files <@ removal.files then removal.confirmed_at end
                """)
                .param("recording", recording.value())
                .param("files", files.toArray(String[]::new))
                .param("bytes", files.stream().mapToLong(store::size).sum())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Removal> of(RecordingId recording) {
        return database.sql("select * from removal where recording = :recording")
                .param("recording", recording.value())
                .query(Removals::read)
                .optional();
    }

    /** Looks at the store once more. */
    void confirmGone() {
        database
                .sql(
                        "select recording, files from removal where confirmed_at is null order by requested_at limit :limit")
                .param("limit", AT_ONCE)
                .query((row, number) -> new Unconfirmed(row.getObject("recording", UUID.class), (String[])
                        row.getArray("files").getArray()))
                .list()
                .stream()
                // Without a connection to the database: the store may take its time.
                .filter(unconfirmed -> isGone(unconfirmed.files()))
                .forEach(gone -> confirm(gone.recording()));
    }

    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    private record Unconfirmed(UUID recording, String[] files) {}

    private boolean isGone(String[] files) {
        try {
            for (String file : files) {
                if (store.holds(file)) {
                    return false;
                }
            }
            return true;
        } catch (IOException notSeen) {
            log.warn(
                    "Whether removed files are gone could not be seen, and is looked at again: {}",
                    notSeen.getMessage());
            return false;
        }
    }

    private void confirm(UUID recording) {
        database.sql("update removal set confirmed_at = :now where recording = :recording")
                .param("recording", recording)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Removal read(ResultSet row, int number) throws SQLException {
        OffsetDateTime confirmed = row.getObject("confirmed_at", OffsetDateTime.class);
        return new Removal(
                ((String[]) row.getArray("files").getArray()).length,
                row.getLong("bytes"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                confirmed == null ? null : confirmed.toInstant());
    }
}
