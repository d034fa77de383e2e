package museum.atrium.notification.history;

import java.util.UUID;
import museum.atrium.http.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Activities by what organisers call them: the id, or the slug. */
@Repository
class NamedActivities {

    private final JdbcClient jdbc;

    NamedActivities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Refusal 404 when there is none, 400 when there can be none */
    UUID id(String name) {
        if (name.indexOf('\0') >= 0) {
            throw Refusal.badRequest("No parameter can hold the character NUL.");
        }
        return jdbc.sql("select id from activities where revision > 0 and (slug = :name or id::text = lower(:name))")
                .param("name", name)
                .query((row, number) -> row.getObject("id", UUID.class))
                .optional()
                .orElseThrow(() -> Refusal.notFound("There is no activity with that id or slug that was published."));
    }
}
