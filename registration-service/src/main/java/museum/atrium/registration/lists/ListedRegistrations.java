package museum.atrium.registration.lists;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.signup.OrganizerRegistration;
import museum.atrium.registration.signup.OrganizerRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is registered, as organisers look for them. Who only waits to take over somebody's place is not. */
@Repository
class ListedRegistrations {

    /** Fields hold no control characters: no text is found across two of them. What is all ASCII has no marks to take off. */
    private static final String MATCHING = """
            from registration r,
              lateral (select r.name || chr(31) || r.email || chr(31) || coalesce(r.affiliation, '') as written) texts
            where r.activity_id = :activity and r.takes_over is null and r.status = any(:statuses)
              and (:country::text is null or r.country = :country)
              and (:language::text is null or lower(r.language) = lower(:language)
                or lower(r.language) like lower(:language) || '-%')
              and (:session::uuid is null or r.session_ids is null or :session::uuid = any(r.session_ids))
              and (:attended::uuid is null or :attended::uuid = any(r.attended))
              and (:came::boolean is null or :came = (r.attended <> '{}'))
              and (:text::text is null or position(:text in lower(
                case when octet_length(written) = char_length(written) then written
                  else regexp_replace(normalize(written, NFD), '[\\u0300-\\u036f\\u0591-\\u05bd\\u064b-\\u065f\\u0670]', '', 'g')
                end collate "pg_c_utf8")) > 0)
            """;

    private static final String PAGE = "select r.* " + MATCHING + """
              and (r.registered_at, r.id) > (:afterTime, :after::uuid)
            order by r.registered_at, r.id limit :most
            """;

    private final JdbcClient database;
    private final OrganizerRows rows;

    ListedRegistrations(JdbcClient database, OrganizerRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** What somebody has answered, or decided about: the id of a question, or of a consent. */
    record Answered(boolean consent, String id) {}

    long count(Filter filter) {
        return matching("select count(*) " + MATCHING, filter).query(Long.class).single();
    }

    /** At most {@code most} after the cursor, in the order in which they came. */
    List<OrganizerRegistration> page(Filter filter, ListCursor after, int most) {
        return matching(PAGE, filter)
                .param("afterTime", after.registeredAt().atOffset(ZoneOffset.UTC))
                .param("after", after.id().toString())
                .param("most", most)
                .query(rows)
                .list();
    }

    /** In whatever version of what is asked. */
    List<Answered> answered(ActivityId activity) {
        return database.sql("""
                select distinct key.consent, key.id
                from registration r, lateral (
                  select false as consent, jsonb_object_keys(r.answers->'answers') as id
                  union all select true, jsonb_object_keys(r.answers->'consents')) key
                where r.activity_id = :activity and r.takes_over is null and r.answers is not null
                order by key.consent, key.id
                """)
                .param("activity", activity.value())
                .query((row, number) -> new Answered(row.getBoolean("consent"), row.getString("id")))
                .list();
    }

    private JdbcClient.StatementSpec matching(String sql, Filter filter) {
        return database.sql(sql)
                .param("activity", filter.activity().value())
                .param("statuses", filter.statuses().stream().map(Enum::name).toArray(String[]::new))
                .param("country", filter.country(), Types.VARCHAR)
                .param("language", filter.language(), Types.VARCHAR)
                .param("session", filter.session(), Types.OTHER)
                .param("attended", filter.attended(), Types.OTHER)
                .param("came", filter.came(), Types.BOOLEAN)
                .param("text", folded(filter.text()), Types.VARCHAR);
    }

    private static @Nullable String folded(@Nullable String text) {
        return text == null ? null : Spelling.folded(text);
    }
}
