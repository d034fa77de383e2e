package museum.atrium.notification.disclosure;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is held of a registration, wherever in the database. */
@Repository
class Holdings {

    private final JdbcClient jdbc;
    private final MailsHeld mails;
    private final JsonMapper json;

    Holdings(JdbcClient jdbc, MailsHeld mails, JsonMapper json) {
        this.jdbc = jdbc;
        this.mails = mails;
        this.json = json;
    }

    Held of(UUID registration) {
        List<Held.Mail> newest = mails.newest(registration);
        return new Held(
                exists(
                        "select exists (select from registrations where id = :id and activity is not null)",
                        registration),
                exists("select exists (select from contacts where registration = :id)", registration),
                newest,
                mails.count(registration) - newest.size(),
                tellings(registration),
                overview(registration),
                awaited(registration));
    }

    private boolean exists(String sql, UUID registration) {
        return jdbc.sql(sql).param("id", registration).query(Boolean.class).single();
    }

    private List<Held.Telling> tellings(UUID registration) {
        return jdbc.sql("""
                select session, slot, previous, method, sequence, revision from tellings
                where registration = :id order by slot ->> 'startsAt', session
                """)
                .param("id", registration)
                .query((row, number) -> new Held.Telling(
                        row.getObject("session", UUID.class),
                        json.readTree(row.getString("slot")),
                        tree(row.getString("previous")),
                        row.getString("method"),
                        row.getInt("sequence"),
                        row.getLong("revision")))
                .list();
    }

    private Held.@Nullable Overview overview(UUID registration) {
        return jdbc.sql("select revision from overviews where registration = :id")
                .param("id", registration)
                .query((row, number) -> new Held.Overview(row.getLong("revision")))
                .optional()
                .orElse(null);
    }

    private List<UUID> awaited(UUID registration) {
        return jdbc.sql("select message from addressees where registration = :id order by message")
                .param("id", registration)
                .query((row, number) -> row.getObject("message", UUID.class))
                .list();
    }

    private @Nullable JsonNode tree(@Nullable String stored) {
        return stored == null ? null : json.readTree(stored);
    }
}
