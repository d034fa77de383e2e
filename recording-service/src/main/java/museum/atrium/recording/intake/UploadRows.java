package museum.atrium.recording.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.recording.catalogue.RecordingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of uploads: at most one for a recording. */
@Repository
class UploadRows {

    private final JdbcClient database;

    UploadRows(JdbcClient database) {
        this.database = database;
    }

    void add(Upload upload) {
        database.sql("""
                insert into upload (id, recording, length, metadata, touched_at)
                values (:id, :recording, :length, :metadata, :touchedAt)
                """)
                .param("id", upload.id())
                .param("recording", upload.recording().value())
                .param("length", upload.length())
                .param("metadata", upload.metadata())
                .param("touchedAt", upload.touchedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Upload> find(UUID id) {
        return database.sql("select * from upload where id = :id")
                .param("id", id)
                .query(UploadRows::read)
                .optional();
    }

    Optional<Upload> of(RecordingId recording) {
        return database.sql("select * from upload where recording = :recording")
                .param("recording", recording.value())
                .query(UploadRows::read)
                .optional();
    }

    void touch(Upload upload) {
        database.sql("update upload set length = :length, touched_at = :touchedAt where id = :id")
                .param("id", upload.id())
                .param("length", upload.length())
                .param("touchedAt", upload.touchedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void finish(Upload upload) {
        database.sql("update upload set finished = true where id = :id")
                .param("id", upload.id())
                .update();
    }

    void remove(Upload upload) {
        database.sql("delete from upload where id = :id")
                .param("id", upload.id())
                .update();
    }

    void move(RecordingId from, RecordingId to) {
        database.sql("update upload set recording = :to where recording = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    List<Upload> unfinished() {
        return database.sql("select * from upload where not finished order by touched_at")
                .query(UploadRows::read)
                .list();
    }

    List<Upload> untouchedSince(Instant limit) {
        return database.sql("select * from upload where not finished and touched_at < :limit")
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .query(UploadRows::read)
                .list();
    }

    private static Upload read(ResultSet row, int number) throws SQLException {
        return new Upload(
                row.getObject("id", UUID.class),
                new RecordingId(row.getObject("recording", UUID.class)),
                row.getObject("length", Long.class),
                row.getString("metadata"),
                row.getBoolean("finished"),
                row.getObject("touched_at", OffsetDateTime.class).toInstant());
    }
}
