package museum.atrium.recording.catalogue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.http.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of recordings. Whoever changes one locks it first. */
@Repository
public class Recordings {

    private final JdbcClient database;

    Recordings(JdbcClient database) {
        this.database = database;
    }

    public void add(Recording recording) {
        database.sql("""
                insert into recording (id, revision, activity, session, title, language, access, link, state, reason,
                    created_at, due_at, published_at, available_until, media_file, media_secret, media_kind, media_size, media_sha256)
                values (:id, :revision, :activity, :session, :title, :language, :access, :link, :state, :reason,
                    :createdAt, :dueAt, :publishedAt, :availableUntil, :file, :secret, :kind, :size, :sha256)
                """).params(RecordingRow.of(recording)).update();
    }

    public Optional<Recording> find(RecordingId id) {
        return database.sql("select * from recording where id = :id")
                .param("id", id.value())
                .query(RecordingRow::read)
                .optional();
    }

    /** @throws Refusal 404 when there is none */
    public Recording existing(RecordingId id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    /**
     * As {@link #lock}.
     *
     * @throws Refusal 404 when there is none
     */
    public Recording lockExisting(RecordingId id) {
        return lock(id).orElseThrow(() -> unknown(id));
    }

    /**
     * As {@link #lockExisting}, of one to which something can be added.
     *
     * @param belongings what, in the plural, as the refusal names it
     * @throws Refusal 409 when it was retracted, or lies elsewhere
     */
    public Recording lockExtensible(RecordingId id, String belongings) {
        Recording recording = lockExisting(id);
        if (recording.state() == RecordingState.RETRACTED) {
            throw Refusal.conflict("recording-state", "It was retracted, and that is final.");
        }
        if (recording.link() != null) {
            throw Refusal.conflict(
                    "recording-elsewhere", "It lies elsewhere: its %s belong there.".formatted(belongings));
        }
        return recording;
    }

    private static Refusal unknown(RecordingId id) {
        return Refusal.notFound("There is no recording " + id + ".");
    }

    /** Waits for whoever is changing it, then keeps it until the transaction's end. */
    public Optional<Recording> lock(RecordingId id) {
        return database.sql("select * from recording where id = :id for update")
                .param("id", id.value())
                .query(RecordingRow::read)
                .optional();
    }

    public void save(Recording recording) {
        database.sql("""
                update recording set revision = :revision, activity = :activity, session = :session, title = :title, language = :language, access = :access,
                    available_until = :availableUntil, link = :link, state = :state, reason = :reason, due_at = :dueAt,
                    published_at = :publishedAt, media_file = :file, media_secret = :secret, media_kind = :kind,
                    media_size = :size, media_sha256 = :sha256
                where id = :id
                """).params(RecordingRow.of(recording)).update();
    }

    public void remove(RecordingId id) {
        database.sql("delete from recording where id = :id")
                .param("id", id.value())
                .update();
    }

    /** Oldest first. */
    public List<Recording> of(UUID activity, @Nullable RecordingState state, @Nullable RecordingId after, int limit) {
        return database.sql("""
                select * from recording
                where activity = :activity and (cast(:state as text) is null or state = :state)
                    and (cast(:after as uuid) is null or (created_at, id) >
                    (select created_at, id from recording where id = :after))
                order by created_at, id
                limit :limit
                """)
                .param("activity", activity)
                .param("state", state == null ? null : state.name())
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(RecordingRow::read)
                .list();
    }

    /** Of all activities, newest first. */
    public List<Recording> newest(@Nullable RecordingState state, @Nullable RecordingId after, int limit) {
        return database.sql("""
                select * from recording
                where (cast(:state as text) is null or state = :state)
                    and (cast(:after as uuid) is null or (created_at, id) <
                        (select created_at, id from recording where id = :after))
                order by created_at desc, id desc
                limit :limit
                """)
                .param("state", state == null ? null : state.name())
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(RecordingRow::read)
                .list();
    }

    /** First published first. */
    public List<Recording> published(UUID activity) {
        return database.sql("""
                select * from recording where activity = :activity and state = 'PUBLISHED' order by published_at, id
                """)
                .param("activity", activity)
                .query(RecordingRow::read)
                .list();
    }

    /** What everybody may watch of a series, newest first. */
    public List<Recording> everybodysOf(UUID series, Instant now, int most) {
        return database.sql("""
                select recording.* from recording join activity on activity.id = recording.activity
                where activity.series = :series and recording.state = 'PUBLISHED' and recording.access = 'PUBLIC'
                    and (recording.available_until is null or recording.available_until > :now)
                order by recording.published_at desc, recording.id limit :most
                """)
                .param("series", series)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(RecordingRow::read)
                .list();
    }

    /** Those of an activity that could be published, locked, oldest first. */
    public List<Recording> lockReady(UUID activity) {
        return database.sql("""
                select * from recording where activity = :activity and state = 'READY'
                order by created_at, id for update
                """)
                .param("activity", activity)
                .query(RecordingRow::read)
                .list();
    }

    /** Published before that, longest first, locked; those that somebody changes are passed over. */
    public List<Recording> lockPublishedBefore(Instant limit, int most) {
        return database.sql("""
                select * from recording where state = 'PUBLISHED' and published_at < :limit
                order by published_at limit :most for update skip locked
                """)
                .param("limit", RecordingRow.timestamp(limit))
                .param("most", most)
                .query(RecordingRow::read)
                .list();
    }

    /** Scheduled ones whose time has come, locked; those that another instance is publishing are passed over. */
    public List<Recording> lockDue(Instant now, int limit) {
        return database.sql("""
                select * from recording where state = 'SCHEDULED' and due_at <= :now
                order by due_at limit :limit for update skip locked
                """)
                .param("now", RecordingRow.timestamp(now))
                .param("limit", limit)
                .query(RecordingRow::read)
                .list();
    }
}
