package museum.atrium.recording.chapters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import museum.atrium.recording.catalogue.RecordingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of chapters. */
@Repository
public class Chapters {

    private final JdbcClient database;

    Chapters(JdbcClient database) {
        this.database = database;
    }

    /** In their order, without those that are cut off at the beginning. */
    public List<Chapter> of(RecordingId recording) {
        return database.sql("""
                select greatest(start_ms, 0) as start_ms, title, speakers
                from (select *, lead(start_ms) over (order by position) as end_ms from chapter where recording = :recording)
                where end_ms is null or end_ms > 0 order by position
                """)
                .param("recording", recording.value())
                .query(Chapters::read)
                .list();
    }

    public void moved(RecordingId recording, Duration later) {
        database.sql("update chapter set start_ms = start_ms + :later where recording = :recording")
                .param("recording", recording.value())
                .param("later", later.toMillis())
                .update();
    }

    /** In place of what there was. */
    void keep(RecordingId recording, List<Chapter> chapters) {
        forget(recording);
        for (int position = 0; position < chapters.size(); position++) {
            Chapter chapter = chapters.get(position);
            database.sql("""
                    insert into chapter (recording, position, start_ms, title, speakers)
                    values (:recording, :position, :start, :title, :speakers)
                    """)
                    .param("recording", recording.value())
                    .param("position", position)
                    .param("start", chapter.start().toMillis())
                    .param("title", chapter.title())
                    .param("speakers", chapter.speakers().toArray(String[]::new))
                    .update();
        }
    }

    public void forget(RecordingId recording) {
        database.sql("delete from chapter where recording = :recording")
                .param("recording", recording.value())
                .update();
    }

    /** A new version brings its own, if it has any; else those of the old one stay. */
    public void handOver(RecordingId from, RecordingId to) {
        if (!of(from).isEmpty()) {
            forget(to);
            database.sql("update chapter set recording = :to where recording = :from")
                    .param("from", from.value())
                    .param("to", to.value())
                    .update();
        }
    }

    private static Chapter read(ResultSet row, int number) throws SQLException {
        return new Chapter(Duration.ofMillis(row.getLong("start_ms")), row.getString("title"), List.of((String[])
                row.getArray("speakers").getArray()));
    }
}
