package museum.atrium.registration.showcase;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.ActivityStatus;
import museum.atrium.registration.programme.SessionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was published, and what is kept of its history. */
@Repository
public class Published {

    private final JdbcClient database;
    private final Activities activities;

    Published(JdbcClient database, Activities activities) {
        this.database = database;
        this.activities = activities;
    }

    /**
     * @param publishedAt since when everyone may know of it
     * @param changedAt when anything about it last changed but its places
     */
    public record Dates(Instant publishedAt, Instant changedAt) {}

    /** @throws Refusal 404 if there is none; nobody hears of a draft */
    public Activity existing(String slug) {
        return activities
                .findBySlug(slug)
                .filter(found -> found.status() != ActivityStatus.DRAFT)
                .orElseThrow(() -> Refusal.notFound("There is no activity '" + slug + "' in the programme."));
    }

    /** Of each of these activities. */
    public Map<ActivityId, Dates> dates(Collection<Activity> of) {
        Map<ActivityId, Dates> dates = new HashMap<>();
        database.sql("""
                select id, coalesce(published_at, created_at) as published, coalesce(changed_at, created_at) as changed
                from activity where id = any(:ids)
                """).param("ids", ids(of)).query(row -> {
            dates.put(
                    new ActivityId(row.getObject("id", UUID.class)),
                    new Dates(
                            row.getObject("published", OffsetDateTime.class).toInstant(),
                            row.getObject("changed", OffsetDateTime.class).toInstant()));
        });
        return dates;
    }

    /**
     * Since when there is nothing, where there is nothing: since the series was written down, or else since the installation
     * has been there.
     *
     * @param series null: the whole programme
     */
    Instant emptySince(@Nullable Activity series) {
        return series != null
                ? Objects.requireNonNull(dates(List.of(series)).get(series.id()))
                        .publishedAt()
                : database.sql("""
                        select min(installed_on) at time zone current_setting('TimeZone') from flyway_schema_history
                        """).query(OffsetDateTime.class).single().toInstant();
    }

    /** When sessions of these activities were to begin before they were last moved; those never moved are not in it. */
    Map<SessionId, Instant> earlierStarts(Collection<Activity> of) {
        Map<SessionId, Instant> starts = new HashMap<>();
        database.sql("""
                select id, previous_starts_at from session
                where activity_id = any(:ids) and previous_starts_at is not null
                """).param("ids", ids(of)).query(row -> {
            starts.put(
                    new SessionId(row.getObject("id", UUID.class)),
                    row.getObject("previous_starts_at", OffsetDateTime.class).toInstant());
        });
        return starts;
    }

    /** Those not over, earliest first. A null does not narrow it. */
    List<Activity> upcoming(@Nullable String series, @Nullable String network, Instant now, int limit) {
        return activities.findAll(database.sql("""
                select a.id from activity a left join activity s on s.id = a.series_id left join network n on n.id = a.network_id
                where a.status <> 'DRAFT' and a.kind <> 'SERIES' and a.ends_at > :now
                  and (:series::text is null or s.slug = :series)
                  and (:network::text is null or n.slug = :network)
                order by a.starts_at, a.id limit :limit
                """)
                .param("series", series)
                .param("network", network)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list());
    }

    /** Those published last, newest first. A null does not narrow it. */
    List<Activity> newest(@Nullable String series, @Nullable String language, int limit) {
        return activities.findAll(database.sql("""
                select a.id from activity a left join activity s on s.id = a.series_id
                where a.status <> 'DRAFT' and a.kind <> 'SERIES'
                  and (:series::text is null or s.slug = :series)
                  and (:language::text is null or lower(a.language) = lower(:language) or lower(a.language) like lower(:language) || '-%')
                order by coalesce(a.published_at, a.created_at) desc, a.id desc limit :limit
                """)
                .param("series", series)
                .param("language", language)
                .param("limit", limit)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list());
    }

    private static UUID[] ids(Collection<Activity> activities) {
        return activities.stream().map(activity -> activity.id().value()).toArray(UUID[]::new);
    }
}
