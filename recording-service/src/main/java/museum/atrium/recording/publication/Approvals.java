package museum.atrium.recording.publication;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import museum.atrium.http.Refusal;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.publication.Approval.Approved;
import museum.atrium.recording.publication.Approval.Release;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of approvals and of speakers' releases. */
@Repository
class Approvals {

    private final JdbcClient database;
    private final Clock clock;
    private final boolean required;

    Approvals(JdbcClient database, Clock clock, @Value("${atrium.recordings.approval-required}") boolean required) {
        this.database = database;
        this.clock = clock;
        this.required = required;
    }

    Approval of(RecordingId recording) {
        return new Approval(approved(recording).orElse(null), releases(recording));
    }

    /** Why it must not be shown. */
    Optional<String> objection(RecordingId recording) {
        String refusing = releases(recording).stream()
                .filter(release -> !release.released())
                .map(Release::speaker)
                .collect(Collectors.joining(", "));
        if (!refusing.isEmpty()) {
            return Optional.of("It has not been released by " + refusing + ".");
        }
        return required && approved(recording).isEmpty()
                ? Optional.of("It needs an approval first (RECORDINGS_APPROVAL_REQUIRED).")
                : Optional.empty();
    }

    void refuseObjected(RecordingId recording) {
        objection(recording).ifPresent(objection -> {
            throw Refusal.conflict("not-released", objection);
        });
    }

    void approve(RecordingId recording, String by) {
        database.sql("""
                insert into approval (recording, approved_by, approved_at) values (:recording, :by, :now)
                on conflict (recording) do nothing
                """)
                .param("recording", recording.value())
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void withdraw(RecordingId recording) {
        database.sql("delete from approval where recording = :recording")
                .param("recording", recording.value())
                .update();
    }

    /** What was let be shown of a new version is what was let be shown from now on. */
    void handOver(RecordingId from, RecordingId to) {
        for (String table : List.of("approval", "speaker_release")) {
            database.sql("delete from " + table + " where recording = :to")
                    .param("to", to.value())
                    .update();
            database.sql("update " + table + " set recording = :to where recording = :from")
                    .param("from", from.value())
                    .param("to", to.value())
                    .update();
        }
    }

    void release(RecordingId recording, List<Release> releases) {
        database.sql("delete from speaker_release where recording = :recording")
                .param("recording", recording.value())
                .update();
        for (int position = 0; position < releases.size(); position++) {
            Release release = releases.get(position);
            database.sql("""
                    insert into speaker_release (recording, position, speaker, released, note)
                    values (:recording, :position, :speaker, :released, :note)
                    """)
                    .param("recording", recording.value())
                    .param("position", position)
                    .param("speaker", release.speaker())
                    .param("released", release.released())
                    .param("note", release.note())
                    .update();
        }
    }

    private Optional<Approved> approved(RecordingId recording) {
        return database.sql("select * from approval where recording = :recording")
                .param("recording", recording.value())
                .query((row, number) -> new Approved(
                        row.getString("approved_by"),
                        row.getObject("approved_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private List<Release> releases(RecordingId recording) {
        return database.sql("select * from speaker_release where recording = :recording order by position")
                .param("recording", recording.value())
                .query((row, number) ->
                        new Release(row.getString("speaker"), row.getBoolean("released"), row.getString("note")))
                .list();
    }
}
