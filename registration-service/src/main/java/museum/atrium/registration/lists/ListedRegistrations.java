package museum.atrium.registration.lists;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.registration.checking.ListPage;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.signup.OrganizerRegistration;
import museum.atrium.registration.signup.OrganizerRows;
import museum.atrium.registration.signup.RegistrationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is registered, as organisers look for them. Who only waits to take over somebody's place is not. */
@Repository
public class ListedRegistrations {

    /** Fields hold no control characters: no text is found across two of them. What is all ASCII has no marks to take off. */
    private static final String MATCHING = """
            from registration r left join reach on reach.registration_id = r.id,
              lateral (select r.name || chr(31) || r.email || chr(31) || coalesce(r.affiliation, '') as written) texts
            where r.activity_id = :activity and r.takes_over is null and r.status = any(:statuses)
              and (:countries::text[] = '{}' or r.country = any(:countries))
              and (:languages::text[] = '{}' or exists (
                select from unnest(:languages::text[]) as wanted
                where lower(r.language) = lower(wanted) or lower(r.language) like lower(wanted) || '-%'))
              and (:sessions::uuid[] = '{}' or r.session_ids is null or r.session_ids && :sessions::uuid[])
              and (:attended::uuid is null or :attended::uuid = any(r.attended))
              and (:came::boolean is null or :came = (r.attended <> '{}'))
              and (:reachable::boolean is null or :reachable = (reach.because is null))
              and (not :writableOnly or r.pending_for is distinct from 'ADDRESS')
              and (:text::text is null or position(:text in lower(
                case when octet_length(written) = char_length(written) then written
                  else regexp_replace(normalize(written, NFD), '[\\u0300-\\u036f\\u0591-\\u05bd\\u064b-\\u065f\\u0670]', '', 'g')
                end collate "pg_c_utf8")) > 0)
            """;

    private static final String PAGE = "select r.*, reach.because, reach.since, reach.unsubscribed " + MATCHING + """
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

    /** All of them, in the order in which they came. */
    public List<RegistrationId> ids(Filter filter) {
        return matching("select r.id " + MATCHING + "order by r.registered_at, r.id", filter)
                .query((row, number) -> new RegistrationId(row.getObject("id", UUID.class)))
                .list();
    }

    /** How many have which language, the most frequent first. */
    public Map<String, Integer> languages(Filter filter) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        matching(
                        "select r.language, count(*) as people " + MATCHING
                                + "group by r.language order by people desc, r.language",
                        filter)
                .query((RowCallbackHandler) row -> counts.put(row.getString("language"), row.getInt("people")));
        return counts;
    }

    /** How many of them get no mail about that topic: their address takes none, or they have stopped them. */
    public int unreached(Filter filter, String topic) {
        return matching(
                        "select count(*) as people " + MATCHING
                                + "and (reach.because is not null or :topic = any(reach.unsubscribed))",
                        filter)
                .param("topic", topic)
                .query((row, number) -> row.getInt("people"))
                .single();
    }

    /**
     * @param total how many there were when the first page was asked for
     * @param next the cursor of the next page; null: there is none
     */
    public record Page(
            List<OrganizerRegistration> items, @Nullable String next, long total) {}

    /**
     * In the order in which they came.
     *
     * @param after the {@code next} of an earlier page; null: from the first
     * @throws Refusal 400 if it is none
     */
    public Page page(Filter filter, @Nullable String after, int limit) {
        ListCursor cursor = after == null
                ? ListCursor.start(count(filter))
                : ListCursor.decode(after)
                        .orElseThrow(() -> Refusal.badRequest(
                                "The parameter 'cursor' must be the 'next' of an earlier answer, unchanged."));
        ListPage<OrganizerRegistration> page = ListPage.of(
                limit,
                most -> page(filter, cursor, most),
                last -> cursor.after(last).encoded());
        return new Page(page.items(), page.next(), cursor.total());
    }

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
                .param("countries", filter.countries().toArray(String[]::new))
                .param("languages", filter.languages().toArray(String[]::new))
                .param("sessions", filter.sessions().toArray(UUID[]::new))
                .param("attended", filter.attended(), Types.OTHER)
                .param("came", filter.came(), Types.BOOLEAN)
                .param("reachable", filter.reachable(), Types.BOOLEAN)
                .param("writableOnly", filter.writableOnly())
                .param("text", folded(filter.text()), Types.VARCHAR);
    }

    private static @Nullable String folded(@Nullable String text) {
        return text == null ? null : Spelling.folded(text);
    }
}
