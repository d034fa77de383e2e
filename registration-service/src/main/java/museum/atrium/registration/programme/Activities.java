package museum.atrium.registration.programme;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.http.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The activities as they are stored, whole. No slug leads to a series: {@link SeriesList} has those. */
@Repository
public class Activities {

    private static final String SELECT = """
            select a.*, s.slug as series_slug, s.title as series_title, s.summary as series_summary, n.slug as network_slug,
              n.name as network_name, n.language as network_language, n.logo as network_logo, n.privacy_notice as network_notice
            from activity a left join activity s on s.id = a.series_id left join network n on n.id = a.network_id
            """;

    private final JdbcClient database;
    private final ActivityRows rows;
    private final SignUpForms forms;
    private final Sessions sessions;
    private final Clock clock;

    Activities(JdbcClient database, ActivityRows rows, SignUpForms forms, Sessions sessions, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.forms = forms;
        this.sessions = sessions;
        this.clock = clock;
    }

    public Optional<Activity> find(ActivityId id) {
        return whole(database.sql(SELECT + "where a.id = :id").param("id", id.value())).stream()
                .findFirst();
    }

    /** @throws Refusal 404 if there is none, drafts included */
    public Activity existing(String slug) {
        return findBySlug(slug).orElseThrow(() -> Refusal.notFound("There is no activity '" + slug + "'."));
    }

    public Optional<Activity> findBySlug(String slug) {
        if (slug.indexOf('\0') >= 0) {
            // No text in the database has that character, and asking for it is an error there.
            return Optional.empty();
        }
        return whole(database.sql(SELECT + "where a.slug = :slug and a.kind <> 'SERIES'")
                        .param("slug", slug))
                .stream()
                .findFirst();
    }

    /** In the order of {@code ids}; those that do not exist are left out. */
    public List<Activity> findAll(List<UUID> ids) {
        String sql = SELECT + "where a.id = any(:ids) order by array_position(:ids, a.id)";
        return whole(database.sql(sql).param("ids", ids.toArray(UUID[]::new)));
    }

    /** The activity, locked until the transaction ends. Whoever also locks registrations does so after this. */
    public Optional<Activity> lock(ActivityId id) {
        return whole(database.sql(SELECT + "where a.id = :id for update of a").param("id", id.value())).stream()
                .findFirst();
    }

    /**
     * Until the transaction ends no network changes, so that what an activity keeps of its network is true. Taken before
     * any activity is locked: who changes a network locks its activities after it.
     */
    void holdNetworks() {
        database.sql("lock table network in share mode").update();
    }

    Optional<Activity> lockBySlug(String slug) {
        return whole(database.sql(SELECT + "where a.slug = :slug and a.kind <> 'SERIES' for update of a")
                        .param("slug", slug))
                .stream()
                .findFirst();
    }

    /** @throws Refusal 404 if no activity has this session */
    public Activity havingSession(SessionId session) {
        String sql = SELECT + "where a.id = (select activity_id from session where id = :session)";
        return whole(database.sql(sql).param("session", session.value())).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("There is no session " + session + "."));
    }

    /** The activity that has this session, locked. */
    public Optional<Activity> lockBySession(SessionId session) {
        String sql = SELECT + """
                where a.id = (select activity_id from session where id = :session) for update of a
                """;
        return whole(database.sql(sql).param("session", session.value())).stream()
                .findFirst();
    }

    /** Whether all of it that takes place has ended; what has no date is to come. */
    boolean isOver(Activity activity) {
        return activity.endsAt().filter(end -> !end.isAfter(clock.instant())).isPresent();
    }

    /** @return false if the slug is taken */
    boolean insert(Activity activity, Instant now) {
        int inserted = rows.bind(database.sql("""
                                insert into activity (id, revision, slug, kind, status, language, series_id, network_id, title, summary,
                                  capacity, waitlist, double_opt_in, approval,
                                  invitation_only, allowed_domains, place_offers, opens_at, closes_at, reminders, mails, speakers, organizations, presentation, form, certificate_percent, retention, cancellation_reason, starts_at,
                                  ends_at, created_at)
                                values (:id, :revision, :slug, :kind, :status, :language, :series, :network, :title::jsonb, :summary::jsonb,
                                  :capacity, :waitlist, :doubleOptIn,
                                  :approval, :invitationOnly, :allowedDomains, :placeOffers, :opensAt, :closesAt, :reminders, :mails::jsonb, :speakers::jsonb, :organizations::jsonb, :presentation::jsonb, :form::jsonb, :certificatePercent, :retention, :reason, :startsAt,
                                  :endsAt, :now)
                                on conflict (slug) do nothing
                                """), activity)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (inserted == 1) {
            forms.keep(activity.id());
            sessions.save(activity);
        }
        return inserted == 1;
    }

    /** Writes everything but the count of taken places, which belongs to admission. */
    void update(Activity activity) {
        rows.bind(database.sql("""
                                update activity set revision = :revision, slug = :slug, kind = :kind, status = :status,
                                  language = :language, series_id = :series, network_id = :network, title = :title::jsonb, summary = :summary::jsonb,
                                  capacity = :capacity, waitlist = :waitlist, double_opt_in = :doubleOptIn, approval = :approval,
                                  invitation_only = :invitationOnly, allowed_domains = :allowedDomains,
                                  place_offers = :placeOffers, opens_at = :opensAt, closes_at = :closesAt, reminders = :reminders,
                                  mails = :mails::jsonb,
                                  speakers = :speakers::jsonb, organizations = :organizations::jsonb,
                                  presentation = :presentation::jsonb, form = :form::jsonb,
                                  certificate_percent = :certificatePercent, retention = :retention,
                                  cancellation_reason = :reason, starts_at = :startsAt, ends_at = :endsAt,
                                  changed_at = case when revision < :revision then :now else changed_at end,
                                  published_at = case when :status <> 'DRAFT' then coalesce(published_at, :now) end
                                where id = :id
                                """), activity)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        forms.keep(activity.id());
        sessions.save(activity);
    }

    private List<Activity> whole(JdbcClient.StatementSpec statement) {
        List<Activity> bare = statement.query(rows).list();
        if (bare.isEmpty()) {
            return bare;
        }
        Collection<UUID> ids =
                bare.stream().map(activity -> activity.id().value()).toList();
        var ofActivity = sessions.of(ids);
        return bare.stream()
                .map(activity -> activity.with(ofActivity.getOrDefault(activity.id(), List.of())))
                .toList();
    }
}
