package museum.atrium.registration.signup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.registration.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which addresses have a calendar of all that they are registered for. It is there as long as any registration of theirs. */
@Repository
public class CalendarFeeds {

    private final JdbcClient database;
    private final Ids ids;

    CalendarFeeds(JdbcClient database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /** The one that this address has, made now if it has none. The caller holds a registration of the address. */
    CalendarFeedId of(String addressKey, Instant now) {
        // The update changes nothing: it waits for who is just letting go of the row.
        return database.sql("""
                insert into calendar_feed (id, email_key, created_at) values (:id, :key, :now)
                on conflict (email_key) do update set email_key = excluded.email_key
                returning id
                """)
                .param("id", ids.next())
                .param("key", addressKey)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new CalendarFeedId(row.getObject("id", UUID.class)))
                .single();
    }

    Optional<String> addressOf(CalendarFeedId id) {
        return database.sql("select email_key from calendar_feed where id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    /**
     * Lets go of those of these addresses that have no registration any more. It is the last that is locked: nobody waits for
     * anything else while holding one.
     *
     * @return how many there were
     */
    int forgetUnused(Collection<String> addressKeys) {
        return database.sql("""
                delete from calendar_feed f
                where f.id in (select id from calendar_feed where email_key = any(:keys) order by email_key for update)
                  and not exists (select from registration r where r.email_key = f.email_key)
                """)
                .param("keys", addressKeys.toArray(String[]::new))
                .update();
    }

    /** Those too whose last registration went to another address, or went twice at once. */
    public void forgetUnused() {
        database.sql("""
                delete from calendar_feed f
                where not exists (select from registration r where r.email_key = f.email_key)
                """).update();
    }
}
