package museum.atrium.recording.catalogue;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which recording is being prepared to take the place of which. */
@Repository
public class Replacements {

    private final JdbcClient database;

    Replacements(JdbcClient database) {
        this.database = database;
    }

    /** Returns false when another is being prepared already. */
    public boolean add(RecordingId recording, RecordingId replaces) {
        return database.sql("""
                        insert into replacement (recording, replaces) values (:recording, :replaces)
                        on conflict do nothing
                        """)
                        .param("recording", recording.value())
                        .param("replaces", replaces.value())
                        .update()
                == 1;
    }

    /** What this one is to replace, if it is to replace one. */
    public Optional<RecordingId> replacedBy(RecordingId recording) {
        return database.sql("select replaces from replacement where recording = :recording")
                .param("recording", recording.value())
                .query((row, number) -> new RecordingId(row.getObject("replaces", UUID.class)))
                .optional();
    }
}
