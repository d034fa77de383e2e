package museum.atrium.recording.attachments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.store.DiscardedFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of attachments. Whoever removes a row has its file removed. */
@Repository
public class Attachments {

    private final JdbcClient database;
    private final DiscardedFiles discarded;

    Attachments(JdbcClient database, DiscardedFiles discarded) {
        this.database = database;
        this.discarded = discarded;
    }

    /** Those that have arrived, by name. */
    public List<Attachment> of(RecordingId recording) {
        return database.sql("select * from attachment where recording = :recording and size is not null order by name")
                .param("recording", recording.value())
                .query(Attachments::read)
                .list();
    }

    public Optional<Attachment> named(RecordingId recording, String name) {
        return database.sql(
                        "select * from attachment where recording = :recording and name = :name and size is not null")
                .param("recording", recording.value())
                .param("name", name)
                .query(Attachments::read)
                .optional();
    }

    int count(RecordingId recording) {
        return database.sql("select count(*) from attachment where recording = :recording")
                .param("recording", recording.value())
                .query(Integer.class)
                .single();
    }

    /** Under a name of its own, until it takes the place of the one with the right name. */
    void begin(RecordingId recording, UUID file, Instant now) {
        database.sql("""
                insert into attachment (recording, name, file, begun_at) values (:recording, :name, :file, :now)
                """)
                .param("recording", recording.value())
                .param("name", arriving(file))
                .param("file", file)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Returns false, and has the file removed, when the recording has given up waiting for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean arrived(RecordingId recording, UUID file, String name, long size) {
        if (!isAwaited(recording, file)) {
            discarded.discard(file.toString());
            return false;
        }
        remove(recording, name);
        database.sql("update attachment set name = :name, size = :size where recording = :recording and file = :file")
                .param("recording", recording.value())
                .param("file", file)
                .param("name", name)
                .param("size", size)
                .update();
        return true;
    }

    private boolean isAwaited(RecordingId recording, UUID file) {
        return database.sql("select exists (select from attachment where recording = :recording and file = :file)")
                .param("recording", recording.value())
                .param("file", file)
                .query(Boolean.class)
                .single();
    }

    /** Returns false when there is none of that name. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean remove(RecordingId recording, String name) {
        Optional<String> file = database.sql("""
                delete from attachment where recording = :recording and name = :name returning file
                """)
                .param("recording", recording.value())
                .param("name", name)
                .query((row, number) -> row.getString("file"))
                .optional();
        file.ifPresent(discarded::discard);
        return file.isPresent();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void giveUp(RecordingId recording, UUID file) {
        remove(recording, arriving(file));
    }

    /** What broke off and was given up by nobody, because the instance died. */
    @Transactional
    void giveUpBegunBefore(Instant limit) {
        database.sql("delete from attachment where size is null and begun_at < :limit returning file")
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getString("file"))
                .list()
                .forEach(discarded::discard);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(RecordingId recording) {
        database.sql("delete from attachment where recording = :recording returning file")
                .param("recording", recording.value())
                .query((row, number) -> row.getString("file"))
                .list()
                .forEach(discarded::discard);
    }

    /** Those of a new version stand beside those of the old one, or in their place where they have the same name. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(RecordingId from, RecordingId to) {
        of(from).forEach(attachment -> remove(to, attachment.name()));
        database.sql("update attachment set recording = :to where recording = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    private static String arriving(UUID file) {
        return "arriving/" + file;
    }

    private static Attachment read(ResultSet row, int number) throws SQLException {
        return new Attachment(row.getString("name"), row.getString("file"), row.getLong("size"));
    }
}
