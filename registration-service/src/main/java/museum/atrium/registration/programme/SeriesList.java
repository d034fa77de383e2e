package museum.atrium.registration.programme;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.registration.rights.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The series that activities may belong to: activities of a kind of their own, published and never dated. */
@Repository
public class SeriesList {

    private static final String IDS = "select id from activity where kind = 'SERIES' ";

    private final JdbcClient database;
    private final Activities activities;
    private final SignUpForms forms;
    private final JsonMapper json;

    SeriesList(JdbcClient database, Activities activities, SignUpForms forms, JsonMapper json) {
        this.database = database;
        this.activities = activities;
        this.forms = forms;
        this.json = json;
    }

    public List<Activity> all() {
        return activities.findAll(database.sql(IDS + "order by slug")
                .query((row, number) -> row.getObject("id", UUID.class))
                .list());
    }

    List<Activity> within(Reach reach) {
        return activities.findAll(database.sql("""
                select id from activity_home
                where kind = 'SERIES' and (:everywhere or series = any(:inSeries) or network = any(:inNetworks))
                order by slug
                """)
                .param("everywhere", reach.everywhere())
                .param("inSeries", reach.series().toArray(String[]::new))
                .param("inNetworks", reach.networks().toArray(String[]::new))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list());
    }

    /** @throws Refusal 404 if there is none */
    public Activity existing(String slug) {
        return find(slug).orElseThrow(() -> unknown(slug));
    }

    static Refusal unknown(String slug) {
        return Refusal.notFound("There is no series '" + slug + "'.");
    }

    Optional<Activity> find(String slug) {
        return one(IDS + "and slug = :slug", slug);
    }

    Optional<Activity> lock(String slug) {
        return one(IDS + "and slug = :slug for update", slug);
    }

    /** See {@link Activities#holdNetworks}. */
    void holdNetworks() {
        activities.holdNetworks();
    }

    /** @return false if the slug is taken, be it by an activity */
    boolean insert(ActivityId id, SeriesPlan plan, Instant now) {
        boolean inserted = bind(database.sql("""
                                insert into activity (id, revision, slug, kind, status, language, network_id, title, summary,
                                  waitlist, double_opt_in, reminders, digest, speakers, organizations, form, created_at)
                                values (:id, 1, :slug, 'SERIES', 'PUBLISHED', :language, :network, :title::jsonb,
                                  :summary::jsonb, false, true, '{}', :digest, '[]', '[]', :form::jsonb, :now)
                                on conflict (slug) do nothing
                                """), id, plan, SignUpForm.NONE)
                        .param("slug", plan.slug())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (inserted) {
            forms.keep(id);
        }
        return inserted;
    }

    /** One revision on. */
    void update(Activity stored, SeriesPlan plan) {
        bind(database.sql("""
                update activity set revision = revision + 1, language = :language, network_id = :network,
                  title = :title::jsonb, summary = :summary::jsonb, form = :form::jsonb, digest = :digest
                where id = :id
                """), stored.id(), plan, stored.form()).update();
        forms.keep(stored.id());
    }

    /** A series asks nothing; what its subscribers are told about their data is what its network tells. */
    private JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, ActivityId id, SeriesPlan plan, SignUpForm before) {
        RunningNetwork network = plan.network();
        Duration digest = plan.digest();
        return statement
                .param("id", id.value())
                .param("language", plan.language())
                .param("digest", digest == null ? null : digest.toString())
                .param("network", network == null ? null : network.id())
                .param("title", json.writeValueAsString(plan.title()))
                .param("summary", json.writeValueAsString(plan.summary()))
                .param("form", json.writeValueAsString(before.following(before.toldBy(network))));
    }

    /** Those that were there before anybody was told of series; from now on they count as told. */
    List<Activity> takeUntold() {
        return activities.findAll(database.sql("""
                update activity set revision = 1 where kind = 'SERIES' and revision = 0 returning id
                """)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list());
    }

    private Optional<Activity> one(String sql, String slug) {
        if (slug.indexOf('\0') >= 0) {
            // No text in the database has that character, and asking for it is an error there.
            return Optional.empty();
        }
        return database.sql(sql)
                .param("slug", slug)
                .query(UUID.class)
                .optional()
                .flatMap(id -> activities.find(new ActivityId(id)));
    }
}
