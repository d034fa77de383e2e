package museum.atrium.recording.intake;

import java.net.URI;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what is being fetched. A row goes with its upload, or when that has arrived: its address may be a secret. */
@Repository
public class Imports {

    private final JdbcClient database;
    private final Clock clock;

    Imports(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What organisers see of a file that is on its way.
     *
     * @param host where it comes from
     * @param attempts that failed
     * @param reason why the last of them did
     * @param nextAt when it is tried again
     */
    public record Underway(
            String host,
            int attempts,
            @Nullable String reason,
            @Nullable Instant nextAt) {}

    /** Nothing when nothing is fetched for it. */
    public Optional<Underway> of(RecordingId recording) {
        return database.sql("""
                select import.* from import join upload on upload.id = import.upload where upload.recording = :recording
                """)
                .param("recording", recording.value())
                .query((row, number) -> new Underway(
                        URI.create(row.getString("url")).getHost(),
                        row.getInt("attempts"),
                        row.getString("reason"),
                        row.getInt("attempts") == 0 || row.getObject("next_at") == null ? null : time(row, "next_at")))
                .optional();
    }

    void add(UUID upload, URI url, @Nullable String sha256, @Nullable String authorization) {
        database.sql("""
                insert into import (upload, url, sha256, authorization_header, attempts, asked_at, next_at)
                values (:upload, :url, :sha256, :authorization, 0, :now, :now)
                """)
                .param("upload", upload)
                .param("url", url.toString())
                .param("sha256", sha256)
                .param("authorization", authorization)
                .param("now", now())
                .update();
    }

    void renew(RecordingId recording, URI url, @Nullable String authorization) {
        database.sql("""
                update import set url = :url, authorization_header = :authorization
                from upload
                where upload.id = import.upload and upload.recording = :recording and import.next_at is not null
                """)
                .param("recording", recording.value())
                .param("url", url.toString())
                .param("authorization", authorization)
                .update();
    }

    /** @param attempts that failed */
    record Due(UUID upload, int attempts) {}

    /** Longest due first; what has arrived is due no more. */
    List<Due> due() {
        return database.sql("select upload, attempts from import where next_at <= :now order by next_at")
                .param("now", now())
                .query((row, number) -> new Due(row.getObject("upload", UUID.class), row.getInt("attempts")))
                .list();
    }

    /** Nothing when it is not due, or nobody wants it any more. */
    Optional<Import> due(UUID upload) {
        return database.sql("""
                select import.*, upload.recording from import join upload on upload.id = import.upload
                where upload.id = :upload and import.next_at <= :now
                """)
                .param("upload", upload)
                .param("now", now())
                .query(Imports::read)
                .optional();
    }

    boolean isOf(UUID upload) {
        return database.sql("select exists (select from import where upload = :upload)")
                .param("upload", upload)
                .query(Boolean.class)
                .single();
    }

    /** Which the bytes of an upload must have; nothing where nobody said so. */
    Optional<String> sha256(UUID upload) {
        return database.sql("select sha256 from import where upload = :upload and sha256 is not null")
                .param("upload", upload)
                .query(String.class)
                .optional();
    }

    /** What is fetched from now on is of this version; null: nobody knows of which. */
    void version(UUID upload, @Nullable String etag) {
        database.sql("update import set etag = :etag where upload = :upload")
                .param("upload", upload)
                .param("etag", etag)
                .update();
    }

    void failed(UUID upload, String reason, Instant nextAt) {
        database.sql("""
                update import set attempts = attempts + 1, reason = :reason, next_at = :nextAt where upload = :upload
                """)
                .param("upload", upload)
                .param("reason", reason)
                .param("nextAt", nextAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Every byte is there. */
    void arrived(UUID upload) {
        database.sql("update import set next_at = null where upload = :upload")
                .param("upload", upload)
                .update();
    }

    void remove(UUID upload) {
        database.sql("delete from import where upload = :upload")
                .param("upload", upload)
                .update();
    }

    private static Import read(ResultSet row, int number) throws SQLException {
        return new Import(
                new RecordingId(row.getObject("recording", UUID.class)),
                row.getObject("upload", UUID.class),
                URI.create(row.getString("url")),
                row.getString("authorization_header"),
                row.getString("etag"),
                row.getInt("attempts"),
                time(row, "asked_at"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
