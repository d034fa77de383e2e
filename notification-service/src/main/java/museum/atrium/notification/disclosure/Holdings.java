package museum.atrium.notification.disclosure;

import java.time.Instant;
import java.time.OffsetDateTime;
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
                awaited(registration),
                choices(registration),
                suppressedSince(registration),
                toldReach(registration));
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

    private List<Held.Choice> choices(UUID registration) {
        return jdbc.sql("""
                select topic, wanted, false as everywhere, chosen_at from mail_choices where registration = :id
                union all
                select a.topic, a.wanted, true, a.chosen_at
                from address_choices a join contacts c on c.address_key = a.address_key
                where c.registration = :id
                order by everywhere, topic
                """)
                .param("id", registration)
                .query((row, number) -> new Held.Choice(
                        row.getString("topic"),
                        row.getBoolean("wanted"),
                        row.getBoolean("everywhere"),
                        row.getObject("chosen_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private @Nullable Instant suppressedSince(UUID registration) {
        return jdbc.sql("""
                select s.since from suppressions s join contacts c on c.address_key = s.address_key
                where c.registration = :id
                """)
                .param("id", registration)
                .query((row, number) ->
                        row.getObject("since", OffsetDateTime.class).toInstant())
                .optional()
                .orElse(null);
    }

    private Held.@Nullable ToldReach toldReach(UUID registration) {
        return jdbc.sql("select revision, because, since, unsubscribed from reach where registration = :id")
                .param("id", registration)
                .query((row, number) -> new Held.ToldReach(
                        row.getLong("revision"),
                        row.getString("because"),
                        instant(row.getObject("since", OffsetDateTime.class)),
                        List.of((String[]) row.getArray("unsubscribed").getArray())))
                .optional()
                .orElse(null);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private @Nullable JsonNode tree(@Nullable String stored) {
        return stored == null ? null : json.readTree(stored);
    }
}
