package museum.atrium.registration.programme;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The published programme in pages. Undated activities come first where no time is asked for, then the newest. */
@Component
public class Programme {

    private static final String FILTER = """
            from activity a left join activity s on s.id = a.series_id
            where a.status <> 'DRAFT' and a.kind <> 'SERIES'
              and (:kind::text is null or a.kind = :kind)
              and (:series::text is null or s.slug = :series)
              and (:language::text is null or lower(a.language) = lower(:language) or lower(a.language) like lower(:language) || '-%')
              and (:text::text is null or exists (
                select from (select value from jsonb_each_text(a.title) union all select value from jsonb_each_text(a.summary)) texts
                where position(lower(:text collate "pg_c_utf8") in lower(texts.value collate "pg_c_utf8")) > 0))
            """;
    private static final String UPCOMING = """
              and a.ends_at > :now
              and (:after::uuid is null or (a.starts_at, a.id) > (:afterStart::timestamptz, :after::uuid))
            order by a.starts_at, a.id limit :limit
            """;
    private static final String NEWEST_FIRST = """
              and (not :past or a.ends_at <= :now)
              and (:after::uuid is null or (coalesce(a.starts_at, 'infinity'), a.id) < (coalesce(:afterStart::timestamptz, 'infinity'), :after::uuid))
            order by coalesce(a.starts_at, 'infinity') desc, a.id desc limit :limit
            """;

    private static final String NOT_OVER = """
              and (a.ends_at > :now or a.ends_at is null and a.status = 'PUBLISHED')
            """;
    private static final String OVER = """
              and a.ends_at <= :now
            """;

    private final JdbcClient database;
    private final Activities activities;

    Programme(JdbcClient database, Activities activities) {
        this.database = database;
        this.activities = activities;
    }

    record Page(List<Activity> activities, @Nullable ProgrammeCursor next) {}

    Page page(ProgrammeQuery query) {
        ProgrammeCursor after = query.after();
        List<UUID> ids = found("select a.id", query.filter(), query.earliestFirst() ? UPCOMING : NEWEST_FIRST)
                .param("past", query.when() == ProgrammeQuery.When.PAST)
                .param("now", query.now().atOffset(ZoneOffset.UTC))
                .param("after", after == null ? null : after.id(), Types.OTHER)
                .param(
                        "afterStart",
                        after == null || after.startsAt() == null
                                ? null
                                : after.startsAt().atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("limit", query.limit() + 1)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        boolean more = ids.size() > query.limit();
        List<Activity> page = activities.findAll(more ? ids.subList(0, query.limit()) : ids);
        return new Page(page, more ? cursorAfter(page.getLast()) : null);
    }

    /** Those not over, earliest first, then those that take place some day. */
    public List<Activity> toCome(ProgrammeFilter filter, Instant now, int limit, int offset) {
        return stretch(filter, NOT_OVER + "order by a.starts_at nulls last, a.id", now, limit, offset);
    }

    /** Those that are over, the latest first. */
    public List<Activity> past(ProgrammeFilter filter, Instant now, int limit, int offset) {
        return stretch(filter, OVER + "order by a.starts_at desc, a.id desc", now, limit, offset);
    }

    /** How many there are of those. */
    public int count(ProgrammeFilter filter, boolean past, Instant now) {
        return found("select count(*)", filter, past ? OVER : NOT_OVER)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** BCP 47 without regions, of all that was published. */
    public List<String> languages() {
        return database.sql("""
                select distinct lower(split_part(language, '-', 1)) as language from activity
                where status <> 'DRAFT' and kind <> 'SERIES' order by language
                """)
                .query((row, number) -> row.getString("language"))
                .list();
    }

    private List<Activity> stretch(ProgrammeFilter filter, String which, Instant now, int limit, int offset) {
        return activities.findAll(found("select a.id", filter, which + " limit :limit offset :offset")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list());
    }

    private JdbcClient.StatementSpec found(String what, ProgrammeFilter filter, String which) {
        ActivityKind kind = filter.kind();
        return database.sql(what + " " + FILTER + which)
                .param("kind", kind == null ? null : kind.name(), Types.VARCHAR)
                .param("series", filter.series(), Types.VARCHAR)
                .param("language", filter.language(), Types.VARCHAR)
                .param("text", filter.text(), Types.VARCHAR);
    }

    private static ProgrammeCursor cursorAfter(Activity last) {
        Instant startsAt = last.startsAt().orElse(null);
        return new ProgrammeCursor(startsAt, last.id().value());
    }
}
