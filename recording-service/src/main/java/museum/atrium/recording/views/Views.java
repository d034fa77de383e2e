package museum.atrium.recording.views;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import museum.atrium.recording.catalogue.RecordingId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of views: sums by day, and of no view who it was or when on that day. */
@Repository
public class Views {

    private final JdbcClient database;
    private final Clock clock;

    Views(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param day in UTC */
    public record Day(LocalDate day, long views) {}

    public void count(RecordingId recording) {
        database.sql("""
                insert into recording_views as counted (recording, day, views) values (:recording, :day, 1)
                on conflict (recording, day) do update set views = counted.views + 1
                """)
                .param("recording", recording.value())
                .param("day", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    public long total(RecordingId recording) {
        return database.sql("select coalesce(sum(views), 0)::bigint from recording_views where recording = :recording")
                .param("recording", recording.value())
                .query(Long.class)
                .single();
    }

    /** Of days with views, oldest first. */
    public List<Day> days(RecordingId recording) {
        return database.sql("select day, views from recording_views where recording = :recording order by day")
                .param("recording", recording.value())
                .query((row, number) -> new Day(row.getObject("day", LocalDate.class), row.getLong("views")))
                .list();
    }
}
