package museum.atrium.registration.programme;

import java.sql.Types;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import museum.atrium.http.account.Access;
import museum.atrium.registration.rights.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All activities in pages, drafts too; those that were written down last come first. */
@Component
public class OrganizerProgramme {

    private final JdbcClient database;
    private final Activities activities;

    OrganizerProgramme(JdbcClient database, Activities activities) {
        this.database = database;
        this.activities = activities;
    }

    /**
     * What an organiser asks for; a null does not narrow it.
     *
     * @param text part of a title, a summary or the slug
     * @param series a slug
     * @param after the last activity of the page before: none is ever removed, so its place in the list is known
     */
    public record Query(
            Set<ActivityStatus> statuses,
            Set<ActivityKind> kinds,
            @Nullable String text,
            @Nullable String series,
            int limit,
            @Nullable UUID after) {}

    /** @param next the last activity; null: no page follows */
    public record Page(List<Activity> activities, @Nullable UUID next) {}

    /** Of what the caller may read. */
    public Page page(Query query) {
        Reach reach = Reach.ofCaller(Access.READ);
        List<UUID> ids = database.sql("""
                select a.id from activity a left join activity s on s.id = a.series_id
                where a.kind = any(:kinds) and a.status = any(:statuses)
                  and (:series::text is null or s.slug = :series)
                  and (:text::text is null or exists (
                    select from (select value from jsonb_each_text(a.title) union all select value from jsonb_each_text(a.summary)
                      union all select a.slug) texts
                    where position(lower(:text collate "pg_c_utf8") in lower(texts.value collate "pg_c_utf8")) > 0))
                  and (:everywhere or a.id in (
                    select home.id from activity_home home
                    where home.series = any(:inSeries) or home.network = any(:inNetworks)))
                  and (:after::uuid is null
                    or (a.created_at, a.id) < (select last.created_at, last.id from activity last where last.id = :after::uuid))
                order by a.created_at desc, a.id desc limit :limit
                """)
                .param("kinds", query.kinds().stream().map(Enum::name).toArray(String[]::new))
                .param("statuses", query.statuses().stream().map(Enum::name).toArray(String[]::new))
                .param("series", query.series(), Types.VARCHAR)
                .param("text", query.text(), Types.VARCHAR)
                .param("everywhere", reach.everywhere())
                .param("inSeries", reach.series().toArray(String[]::new))
                .param("inNetworks", reach.networks().toArray(String[]::new))
                .param("after", query.after(), Types.OTHER)
                .param("limit", query.limit() + 1)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        boolean more = ids.size() > query.limit();
        List<UUID> page = more ? ids.subList(0, query.limit()) : ids;
        return new Page(activities.findAll(page), more ? page.getLast() : null);
    }
}
