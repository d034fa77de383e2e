package museum.atrium.recording.catalogue;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import museum.atrium.recording.catalogue.Recording.About;
import museum.atrium.recording.catalogue.Recording.Standing;
import org.jspecify.annotations.Nullable;

/** A recording as its table holds it. */
final class RecordingRow {

    private RecordingRow() {}

    static Map<String, @Nullable Object> of(Recording recording) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", recording.id().value());
        row.put("revision", recording.revision());
        row.put("activity", recording.activity());
        row.put("session", recording.session());
        row.put("title", recording.title());
        row.put("language", recording.language());
        row.put("access", recording.access().name());
        row.put("link", recording.link() == null ? null : recording.link().toString());
        row.put("state", recording.state().name());
        row.put("reason", recording.reason());
        row.put("createdAt", timestamp(recording.createdAt()));
        row.put("dueAt", timestamp(recording.dueAt()));
        row.put("publishedAt", timestamp(recording.publishedAt()));
        row.put("availableUntil", timestamp(recording.availableUntil()));
        Media media = recording.media();
        row.put("file", media == null ? null : media.file());
        row.put("secret", media == null ? null : media.secret());
        row.put("kind", media == null ? null : media.kind().name());
        row.put("size", media == null ? null : media.size());
        row.put("sha256", media == null ? null : media.sha256());
        return row;
    }

    static Recording read(ResultSet row, int number) throws SQLException {
        return new Recording(
                new RecordingId(row.getObject("id", UUID.class)),
                row.getLong("revision"),
                row.getObject("activity", UUID.class),
                row.getObject("session", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                new About(
                        row.getString("title"),
                        row.getString("language"),
                        AccessPolicy.valueOf(row.getString("access")),
                        instant(row, "available_until")),
                row.getString("link") == null ? null : URI.create(row.getString("link")),
                new Standing(
                        RecordingState.valueOf(row.getString("state")),
                        row.getString("reason"),
                        instant(row, "due_at"),
                        instant(row, "published_at")),
                media(row));
    }

    static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable Media media(ResultSet row) throws SQLException {
        String file = row.getString("media_file");
        return file == null
                ? null
                : new Media(
                        file,
                        row.getString("media_secret"),
                        MediaKind.valueOf(row.getString("media_kind")),
                        row.getLong("media_size"),
                        row.getString("media_sha256"));
    }
}
