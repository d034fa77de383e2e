package museum.atrium.notification.audience;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept of a registration beside itself and its contact, and how much of it was erased. */
@Repository
class Tracks {

    private final JdbcClient jdbc;
    private final ExportAnswers exports;

    Tracks(JdbcClient jdbc, ExportAnswers exports) {
        this.jdbc = jdbc;
        this.exports = exports;
    }

    /**
     * That mail went stays in the history, which names nobody; what servers answered does not, for they like to say to whom. The mark
     * on the row itself holds for a mail that is just being sent: whoever marks it sees the row as it is then. It comes first, for what
     * was answered up to then is there to be erased, and what is answered later is not kept.
     */
    void erase(UUID registration) {
        jdbc.sql("update deliveries set erased = true where registration = :registration and not erased")
                .param("registration", registration)
                .update();
        Map<String, String> statements = new LinkedHashMap<>();
        statements.put("tellings", "delete from tellings where registration = :registration");
        statements.put("overviews", "delete from overviews where registration = :registration");
        statements.put("awaitedMessages", "delete from addressees where registration = :registration");
        statements.put("mailChoices", "delete from mail_choices where registration = :registration");
        statements.put("attemptReplies", """
                update attempts a set reply = null from deliveries d
                where d.registration = :registration and a.delivery = d.id and a.reply is not null
                """);
        statements.put("replies", """
                update deliveries set reply = null where registration = :registration and reply is not null
                """);
        statements.forEach((what, sql) -> count(
                registration,
                what,
                jdbc.sql(sql).param("registration", registration).update()));
        count(registration, "exports", exports.forget(registration));
    }

    void count(UUID registration, String what, int number) {
        if (number == 0 && !what.equals("registrations")) {
            return;
        }
        jdbc.sql("""
                insert into erased (registration, what, number) values (:registration, :what, :number)
                on conflict (registration, what) do update set number = erased.number + excluded.number
                """)
                .param("registration", registration)
                .param("what", what)
                .param("number", number)
                .update();
    }

    /** How much was erased of these, by kind. */
    Map<String, Integer> counted(List<UUID> registrations) {
        Map<String, Integer> counted = new TreeMap<>();
        jdbc.sql("""
                select what, sum(number) as number from erased
                where registration = any(:registrations) and number > 0 group by what
                """).param("registrations", registrations.toArray(UUID[]::new)).query(row -> {
            counted.put(row.getString("what"), row.getInt("number"));
        });
        return counted;
    }

    /** Those of them of whom there is something still. */
    List<UUID> left(List<UUID> registrations) {
        return jdbc.sql("""
                select asked.id from unnest(:registrations::uuid[]) as asked (id)
                where exists (select from registrations where id = asked.id)
                  or exists (select from contacts where registration = asked.id)
                  or exists (select from tellings where registration = asked.id)
                  or exists (select from overviews where registration = asked.id)
                  or exists (select from addressees where registration = asked.id)
                  or exists (select from mail_choices where registration = asked.id)
                  or exists (select from reach where registration = asked.id)
                  or exists (select from exported where registration = asked.id)
                  or exists (select from deliveries where registration = asked.id
                             and (queued or held_for is not null or reply is not null or not erased))
                """)
                .param("registrations", registrations.toArray(UUID[]::new))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }
}
