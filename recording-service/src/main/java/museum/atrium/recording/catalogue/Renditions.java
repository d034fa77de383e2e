package museum.atrium.recording.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import museum.atrium.recording.catalogue.Rendition.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what processing made of recordings. */
@Repository
public class Renditions {

    private final JdbcClient database;

    Renditions(JdbcClient database) {
        this.database = database;
    }

    /** @param playlist HLS: the segments, as byte ranges of the file, if it can be streamed */
    public void add(RecordingId recording, Rendition rendition, @Nullable String playlist) {
        Stream stream = rendition.stream();
        database.sql("""
                insert into rendition (recording, name, file, media_type, size, width, height, bandwidth, codecs, playlist)
                values (:recording, :name, :file, :mediaType, :size, :width, :height, :bandwidth, :codecs, :playlist)
                """)
                .param("recording", recording.value())
                .param("name", rendition.name())
                .param("file", rendition.file())
                .param("mediaType", rendition.mediaType())
                .param("size", rendition.size())
                .param("width", stream == null ? null : stream.width())
                .param("height", stream == null ? null : stream.height())
                .param("bandwidth", stream == null ? null : stream.bandwidth())
                .param("codecs", stream == null ? null : stream.codecs())
                .param("playlist", playlist)
                .update();
    }

    /** Best pictures first. Playlists, which are long, are not among what is asked for. */
    public List<Rendition> of(RecordingId recording) {
        return database.sql("""
                select name, file, media_type, size, width, height, bandwidth, codecs
                from rendition where recording = :recording order by height desc nulls last, name
                """)
                .param("recording", recording.value())
                .query(Renditions::read)
                .list();
    }

    /** Empty where nothing was processed. */
    public Set<String> names(RecordingId recording) {
        return Set.copyOf(database.sql("select name from rendition where recording = :recording")
                .param("recording", recording.value())
                .query(String.class)
                .list());
    }

    /** Where the bytes are that each request asks for, without the playlist that belongs to them. */
    public Optional<Rendition> bytes(RecordingId recording, String name) {
        return database.sql("""
                select name, file, media_type, size from rendition where recording = :recording and name = :name
                """)
                .param("recording", recording.value())
                .param("name", name)
                .query((row, number) -> new Rendition(
                        row.getString("name"),
                        row.getString("file"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        null))
                .optional();
    }

    /** Of the bytes of this name. */
    public Optional<String> playlist(RecordingId recording, String name) {
        return database.sql("""
                select playlist from rendition where recording = :recording and name = :name and playlist is not null
                """)
                .param("recording", recording.value())
                .param("name", name)
                .query(String.class)
                .optional();
    }

    public void move(RecordingId from, RecordingId to) {
        database.sql("update rendition set recording = :to where recording = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    public void remove(RecordingId recording) {
        database.sql("delete from rendition where recording = :recording")
                .param("recording", recording.value())
                .update();
    }

    private static Rendition read(ResultSet row, int number) throws SQLException {
        return new Rendition(
                row.getString("name"),
                row.getString("file"),
                row.getString("media_type"),
                row.getLong("size"),
                stream(row));
    }

    private static @Nullable Stream stream(ResultSet row) throws SQLException {
        String codecs = row.getString("codecs");
        return codecs == null
                ? null
                : new Stream(row.getInt("width"), row.getInt("height"), row.getInt("bandwidth"), codecs);
    }
}
