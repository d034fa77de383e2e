package museum.atrium.notification.pausing;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is paused; an activity that is null stands for all mails. */
@Repository
class Pauses {

    private final JdbcClient jdbc;

    Pauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Pause> all() {
        return jdbc.sql("""
                select p.activity, a.slug, p.since, p.paused_by
                from pauses p
                left join activities a on a.id = p.activity
                where not p.lifted
                order by p.since, a.slug
                """)
                .query((row, number) -> new Pause(
                        row.getObject("activity", UUID.class),
                        row.getString("slug"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getString("paused_by")))
                .list();
    }

    Optional<Pause> of(@Nullable UUID activity) {
        return all().stream()
                .filter(pause -> activity == null ? pause.activity() == null : activity.equals(pause.activity()))
                .findFirst();
    }

    /** @return false if it was paused already */
    boolean begin(@Nullable UUID activity, String organizer) {
        return jdbc.sql("""
                insert into pauses as paused (activity, paused_by) values (:activity, :organizer)
                on conflict (activity) do update
                set since = excluded.since, paused_by = excluded.paused_by, lifted = false
                where paused.lifted
                """)
                        .param("activity", activity, Types.OTHER)
                        .param("organizer", organizer)
                        .update()
                > 0;
    }

    /** Waits for those who are just holding mails back for it. @return false if it was not paused */
    boolean end(@Nullable UUID activity) {
        return jdbc.sql("""
                update pauses set lifted = true
                where activity is not distinct from :activity::uuid and not lifted
                """).param("activity", activity, Types.OTHER).update() > 0;
    }
}
