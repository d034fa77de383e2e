package museum.atrium.registration.pictures;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import museum.atrium.registration.programme.Picture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pictures that the programme and the networks name, as far as they could be fetched. */
@Repository
public class Pictures {

    /** How long a fetch is its instance's alone; after that it has died, and another may try. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** A picture may be another under the same address. */
    private static final Duration FRESH = Duration.ofDays(1);

    private final JdbcClient database;
    private final Clock clock;

    Pictures(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    record Kept(String type, byte[] content) {}

    /** Below the origin; empty as long as it could not be fetched. */
    public Optional<String> path(Picture picture) {
        return database.sql("select hash from picture where url = :url and hash is not null")
                .param("url", picture.url().toString())
                .query((row, number) -> "/pictures/" + row.getString("hash"))
                .optional();
    }

    Optional<Kept> find(String hash) {
        return database.sql("select type, content from picture where hash = :hash limit 1")
                .param("hash", hash)
                .query((row, number) -> new Kept(row.getString("type"), row.getBytes("content")))
                .optional();
    }

    /** Takes note of what is named by now, and forgets what nobody names any more. */
    void note() {
        database.sql("""
                with named as (
                    select presentation -> 'cover' ->> 'url' as url from activity where status <> 'DRAFT'
                    union select organization -> 'logo' ->> 'url' from activity, jsonb_array_elements(organizations) organization
                    where status <> 'DRAFT'
                    union select logo ->> 'url' from network),
                gone as (delete from picture where url not in (select url from named where url is not null))
                insert into picture (url, next_try_at) select url, :now from named where url is not null
                on conflict (url) do nothing
                """).param("now", now()).update();
    }

    /** Those that it is time to ask for; nobody else asks for them meanwhile. */
    List<URI> claim(int most) {
        return database.sql("""
                update picture set next_try_at = :end, tries = tries + 1
                where url in (select url from picture where next_try_at <= :now order by next_try_at limit :most for update skip locked)
                returning url
                """)
                .param("now", now())
                .param("end", now().plus(LEASE))
                .param("most", most)
                .query((row, number) -> URI.create(row.getString("url")))
                .list();
    }

    void keep(URI url, String hash, PictureType type, byte[] content) {
        database.sql("""
                update picture set hash = :hash, type = :type, content = :content, tries = 0, next_try_at = :next where url = :url
                """)
                .param("hash", hash)
                .param("type", type.mediaType())
                .param("content", content)
                .param("next", now().plus(FRESH))
                .param("url", url.toString())
                .update();
    }

    /** Later and later, and at least once a day; what was fetched before stays. */
    void tryLater(URI url) {
        database.sql("""
                update picture set next_try_at = :now + least(interval '1 day', interval '1 minute' * power(2, least(tries, 11)))
                where url = :url
                """).param("now", now()).param("url", url.toString()).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
