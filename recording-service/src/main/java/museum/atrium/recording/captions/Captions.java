package museum.atrium.recording.captions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import museum.atrium.recording.catalogue.RecordingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of captions: one file for each language. They change without the recording's bytes, and nobody is mailed for it. */
@Repository
public class Captions {

    private final JdbcClient database;
    private final Clock clock;

    Captions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param language BCP 47
     * @param cues how many there are
     */
    public record Track(String language, int cues, Instant changedAt) {}

    /** By language. */
    public List<Track> of(RecordingId recording) {
        return database.sql("""
                select language, cues, changed_at from caption where recording = :recording order by language
                """)
                .param("recording", recording.value())
                .query(Captions::track)
                .list();
    }

    /** WebVTT, timed as the recording is shown. */
    public Optional<String> text(RecordingId recording, String language) {
        return database.sql("select text, later_ms from caption where recording = :recording and language = :language")
                .param("recording", recording.value())
                .param("language", language)
                .query((row, number) -> moved(row.getString("text"), row.getLong("later_ms")))
                .optional();
    }

    /** @param later than they say, these words are said in what is shown */
    void keep(RecordingId recording, String language, List<Cue> cues, Duration later) {
        database.sql("""
                insert into caption (recording, language, text, cues, changed_at, later_ms)
                values (:recording, :language, :text, :cues, :now, :later)
                on conflict (recording, language) do update
                set text = excluded.text, cues = excluded.cues, changed_at = excluded.changed_at,
                    later_ms = excluded.later_ms
                """)
                .param("recording", recording.value())
                .param("language", language)
                .param("text", CaptionFile.write(cues))
                .param("cues", cues.size())
                .param("later", later.toMillis())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** By adding to each cue when it is read, so that what is cut off comes back with its place in the picture. */
    public void moved(RecordingId recording, Duration later) {
        database.sql("update caption set later_ms = later_ms + :later where recording = :recording")
                .param("recording", recording.value())
                .param("later", later.toMillis())
                .update();
    }

    /** Returns false when there are none in that language. */
    boolean remove(RecordingId recording, String language) {
        return database.sql("delete from caption where recording = :recording and language = :language")
                        .param("recording", recording.value())
                        .param("language", language)
                        .update()
                == 1;
    }

    public void forget(RecordingId recording) {
        database.sql("delete from caption where recording = :recording")
                .param("recording", recording.value())
                .update();
    }

    /** A new version brings its own, if it has any; else those of the old one stay. */
    public void handOver(RecordingId from, RecordingId to) {
        if (!of(from).isEmpty()) {
            forget(to);
            database.sql("update caption set recording = :to where recording = :from")
                    .param("from", from.value())
                    .param("to", to.value())
                    .update();
        }
    }

    private static String moved(String text, long later) {
        return later == 0
                ? text
                : CaptionFile.write(CaptionFile.read(text).stream()
                        .flatMap(cue -> cue.moved(later).stream())
                        .toList());
    }

    private static Track track(ResultSet row, int number) throws SQLException {
        return new Track(
                row.getString("language"),
                row.getInt("cues"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
