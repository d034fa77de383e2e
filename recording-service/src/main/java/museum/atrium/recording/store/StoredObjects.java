package museum.atrium.recording.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what lies in the bucket, and of what is on its way. Time runs by the database's clock, which all instances share. */
@Repository
class StoredObjects {

    private static final int SOME = 100;

    private final JdbcClient database;

    StoredObjects(JdbcClient database) {
        this.database = database;
    }

    /** @param stored false: it may not be in the bucket yet */
    record Due(UUID recording, String file, boolean stored) {}

    /** Finished files that the folder has still, and that nobody works on. */
    List<Due> toMove() {
        return database.sql("""
                select kept.recording, kept.file, stored.stored_at is not null as stored
                from kept_file kept
                join recording on recording.id = kept.recording and recording.state <> 'PROCESSING'
                left join stored_object stored on stored.file = kept.file
                where stored.file is null or stored.here and (stored.next_at is null or stored.next_at <= now())
                limit :most
                """)
                .param("most", SOME)
                .query((row, number) -> new Due(
                        row.getObject("recording", UUID.class), row.getString("file"), row.getBoolean("stored")))
                .list();
    }

    /** Returns false when somebody else is at it. */
    boolean claim(String file, long size, Duration time) {
        return database.sql("""
                insert into stored_object (file, size, next_at) values (:file, :size, now() + make_interval(secs => :seconds))
                on conflict (file) do update set next_at = excluded.next_at
                where stored_object.next_at is null or stored_object.next_at <= now()
                """)
                        .param("file", file)
                        .param("size", size)
                        .param("seconds", time.toSeconds())
                        .update()
                == 1;
    }

    /** Locks its recording. Returns false when it is not wanted there any more, or is being worked on. */
    boolean lockMovable(Due due) {
        return database.sql("select state from recording where id = :recording for update")
                        .param("recording", due.recording())
                        .query((row, number) -> row.getString("state"))
                        .optional()
                        .filter(state -> !state.equals("PROCESSING"))
                        .isPresent()
                && isKept(due.file());
    }

    boolean isKept(String file) {
        return database.sql("select exists (select from kept_file where file = :file)")
                .param("file", file)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /** In the bucket, and there alone. */
    void moved(String file) {
        database.sql("""
                update stored_object set stored_at = coalesce(stored_at, now()), here = false, next_at = null where file = :file
                """).param("file", file).update();
    }

    /** In the folder as well, until somebody looks after that time. */
    void fetched(String file, Duration time) {
        database.sql("""
                update stored_object set here = true, next_at = now() + make_interval(secs => :seconds) where file = :file
                """).param("file", file).param("seconds", time.toSeconds()).update();
    }

    /** Whoever has claimed it goes on. */
    void renew(String file, Duration time) {
        database.sql("update stored_object set next_at = now() + make_interval(secs => :seconds) where file = :file")
                .param("file", file)
                .param("seconds", time.toSeconds())
                .update();
    }

    /** It is tried again at once. */
    void release(String file) {
        database.sql("update stored_object set next_at = null where file = :file")
                .param("file", file)
                .update();
    }

    Optional<Long> size(String file) {
        return database.sql("select size from stored_object where file = :file")
                .param("file", file)
                .query((row, number) -> row.getLong(1))
                .optional();
    }

    /** Of which nothing may be left, for they are wanted no more. */
    List<String> unwanted() {
        return database.sql("""
                select file from stored_object stored
                where (next_at is null or next_at <= now()) and not exists (select from kept_file kept where kept.file = stored.file)
                limit :most
                """)
                .param("most", SOME)
                .query((row, number) -> row.getString(1))
                .list();
    }

    void forget(String file) {
        database.sql("delete from stored_object where file = :file")
                .param("file", file)
                .update();
    }

    boolean isAny() {
        return database.sql("select exists (select from stored_object where stored_at is not null)")
                .query((row, number) -> row.getBoolean(1))
                .single();
    }
}
