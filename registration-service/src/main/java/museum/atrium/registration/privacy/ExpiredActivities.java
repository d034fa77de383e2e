package museum.atrium.registration.privacy;

import java.sql.Types;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.PersonalDataSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Activities of which personal data is there, and whose period is over: counted from the end of the last session, or from the
 * cancellation of what never had a date. Never within a day of the last change: a slip can be mended as long.
 */
@Repository
class ExpiredActivities {

    private static final String EXPIRED = """
            a.kind <> 'SERIES'
            and (coalesce(a.ends_at, case when a.status = 'CANCELLED' then a.changed_at end) at time zone 'UTC')
              + coalesce(a.retention, :usual)::interval <= :now at time zone 'UTC'
            and (a.changed_at is null or a.changed_at <= :now - interval '1 day')
            """;

    private static final String HOLDS = """
            (exists (select from registration r where r.activity_id = a.id)
              or exists (select from speaker_invitation i where i.activity_id = a.id)
              or exists (select from invitation_code c where c.activity_id = a.id and c.email_key is not null))
            """;

    private final JdbcClient database;
    private final Activities activities;
    private final @Nullable Period usual;
    private final Clock clock;

    ExpiredActivities(JdbcClient database, Activities activities, PersonalDataSettings settings, Clock clock) {
        this.database = database;
        this.activities = activities;
        this.usual = settings.retention();
        this.clock = clock;
    }

    List<ActivityId> all() {
        return with("select a.id from activity a where " + EXPIRED + " and " + HOLDS + " order by a.ends_at, a.id")
                .query((row, number) -> new ActivityId(row.getObject("id", UUID.class)))
                .list();
    }

    /** As it is now, locked: another instance may have been faster, and an organiser may have moved it; then it is empty. */
    Optional<Activity> lock(ActivityId id) {
        return activities
                .lock(id)
                .filter(locked -> with("select exists (select from activity a where a.id = :id and " + EXPIRED + " and "
                                + HOLDS + ")")
                        .param("id", id.value())
                        .query(Boolean.class)
                        .single());
    }

    boolean holdsRegistrations(ActivityId activity) {
        return database.sql("select exists (select from registration where activity_id = :id)")
                .param("id", activity.value())
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec with(String sql) {
        return database.sql(sql)
                .param("usual", usual == null ? null : usual.toString(), Types.VARCHAR)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC));
    }
}
