package museum.atrium.notification.pausing;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts back into the queue, as they fell due, some of the mails whose pause has ended. */
@Component
class Releasing {

    private static final int CHUNK = 1_000;

    private final JdbcClient jdbc;

    Releasing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when no pause was left that has ended and that no other instance is clearing up after */
    @Transactional
    public boolean releaseSome() {
        Optional<UUID> ended = ended();
        ended.ifPresent(activity -> {
            if (release(activity) < CHUNK) {
                jdbc.sql("delete from pauses where activity = :activity and lifted")
                        .param("activity", activity)
                        .update();
            }
        });
        return ended.isPresent();
    }

    /** For a pause of all mails nothing is parked. */
    private Optional<UUID> ended() {
        return jdbc.sql("""
                select activity from pauses
                where lifted and activity is not null
                order by since
                limit 1
                for update skip locked
                """).query(UUID.class).optional();
    }

    private int release(UUID activity) {
        return jdbc.sql("""
                update deliveries
                set status = 'QUEUED', queued = true, held_for = null
                where id in (
                    select id from deliveries
                    where held_for = :activity and status = 'HELD'
                    order by lane
                    limit :chunk
                    for update)
                """).param("activity", activity).param("chunk", CHUNK).update();
    }
}
