package museum.atrium.notification.planning;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Passes one notice on to some of its audience, in one short transaction, and remembers how far it came. */
@Component
class Expanding {

    static final int CHUNK = 4_000;

    private record Unfinished(
            long id, UUID activity, String kind, @Nullable UUID reached, boolean renewed) {}

    private final JdbcClient jdbc;
    private final Planning planning;

    Expanding(JdbcClient jdbc, Planning planning) {
        this.jdbc = jdbc;
        this.planning = planning;
    }

    /** @return false when no notice was left that no other instance is passing on */
    @Transactional
    public boolean expandSome() {
        Optional<Unfinished> next = next();
        next.ifPresent(this::expand);
        return next.isPresent();
    }

    private Optional<Unfinished> next() {
        return jdbc.sql("""
                select id, activity, kind, reached, renewed from notices
                where not finished
                order by kind in ('RECORDING_AVAILABLE', 'NOW_DATED', 'NEW_IN_SERIES', 'FOLLOW_UP'), id
                limit 1
                for update skip locked
                """)
                .query((row, number) -> new Unfinished(
                        row.getLong("id"),
                        row.getObject("activity", UUID.class),
                        row.getString("kind"),
                        row.getObject("reached", UUID.class),
                        row.getBoolean("renewed")))
                .optional();
    }

    private void expand(Unfinished notice) {
        List<UUID> some = someOfTheAudience(notice);
        if (!some.isEmpty()) {
            if (notice.kind().equals("AUDIENCE")) {
                holdShared(notice.activity());
                planning.planFor(some);
            } else {
                if (notice.renewed()) {
                    planning.planAgain(notice.id(), notice.kind(), some);
                }
                planning.planNotice(notice.id(), some);
            }
        }
        jdbc.sql("update notices set reached = coalesce(:reached, reached), finished = :finished where id = :id")
                .param("id", notice.id())
                .param("reached", some.isEmpty() ? null : some.getLast())
                .param("finished", some.size() < CHUNK)
                .update();
    }

    private List<UUID> someOfTheAudience(Unfinished notice) {
        return jdbc.sql("""
                select id from registrations
                where activity = :activity and (:reached::uuid is null or id > :reached)
                order by id
                limit :chunk
                """)
                .param("activity", notice.activity())
                .param("reached", notice.reached())
                .param("chunk", CHUNK)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Those who are taken up join the audience here, and are to see every notice that is not to see them. */
    private void holdShared(UUID activity) {
        jdbc.sql("select id from activities where id = :activity for share")
                .param("activity", activity)
                .query(UUID.class)
                .single();
    }
}
