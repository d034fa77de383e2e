package museum.atrium.notification.planning;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Turns what is known into deliveries. The same rules answer both questions: what is this registration owed, and who
 * is owed this notice. A delivery that exists already is left as it is, so asking again does no harm.
 */
@Component
public class Planning {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher publisher;

    Planning(JdbcClient jdbc, ApplicationEventPublisher publisher) {
        this.jdbc = jdbc;
        this.publisher = publisher;
    }

    /** Everything that this registration is owed. The caller holds its activity's lock, shared, and its own. */
    public void planFor(UUID registration) {
        planFor(List.of(registration));
    }

    void planFor(Collection<UUID> registrations) {
        takeIntoAudience(registrations);
        announce(planOccasions(registrations) + planNotices(registrations, null));
    }

    /** This notice for those of these registrations that it concerns. */
    void planNotice(long notice, Collection<UUID> registrations) {
        announce(takeBackDrops(notice, registrations) + planNotices(registrations, notice));
    }

    private void announce(int planned) {
        if (planned > 0) {
            publisher.publishEvent(new Planned());
        }
    }

    private void takeIntoAudience(Collection<UUID> registrations) {
        jdbc.sql("""
                update registrations r set audience_since = nextval('arrivals')
                from activities a
                where r.id = any(:registrations::uuid[]) and r.audience_since is null
                  and a.id = r.activity and a.revision > 0
                  and exists (select from contacts c where c.registration = r.id)
                """).param("registrations", array(registrations)).update();
    }

    /** First those that tell everything: what else they make needless is then seen as told. */
    private int planOccasions(Collection<UUID> registrations) {
        return jdbc.sql("""
                insert into deliveries (registration, kind, revision, lane)
                select r.id, o.kind, (r.occasions ->> o.occasion)::bigint, 0
                from registrations r
                cross join (values
                    (1, 'waitlisted', 'WAITLISTED'),
                    (2, 'confirmed', 'CONFIRMATION'),
                    (3, 'promoted', 'PROMOTION'),
                    (4, 'changed', 'CHANGED'),
                    (5, 'repeated', 'ALREADY_REGISTERED'),
                    (6, 'cancelled', 'CANCELLATION')) as o (rank, occasion, kind)
                where r.id = any(:registrations::uuid[]) and r.audience_since is not null
                  and r.occasions ->> o.occasion is not null
                order by r.id, o.rank
                on conflict do nothing
                """).param("registrations", array(registrations)).update();
    }

    /**
     * Who is concerned by what. A session's new times go only to those whose mails told the old ones: whoever joins
     * later is told the new ones with the confirmation. A cancellation also goes to who joins later, but had the place
     * before it.
     */
    private int planNotices(Collection<UUID> registrations, @Nullable Long notice) {
        return jdbc.sql("""
                insert into deliveries (registration, kind, about, distance, revision, notice, lane, expires_at)
                select r.id, n.kind, n.about, n.distance, n.revision, n.id,
                       case n.kind when 'RECORDING_AVAILABLE' then 2 else 1 end, n.expires_at
                from registrations r
                join notices n on n.activity = r.activity
                where r.id = any(:registrations::uuid[]) and r.audience_since is not null
                  and (:notice::bigint is null or n.id = :notice)
                  and (n.session is null or r.sessions is null or n.session = any(r.sessions))
                  and case n.kind
                      when 'REMINDER' then
                          r.status = 'CONFIRMED' and r.confirmed_at <= n.cut_off
                      when 'RECORDING_AVAILABLE' then
                          r.status = 'CONFIRMED' and r.confirmed_at <= n.cut_off
                          and (not n.attendees_only
                               or case when n.session is null then cardinality(r.attended) > 0
                                       else n.session = any(r.attended) end)
                          and exists (select from recordings c where c.id = n.about and c.state = 'PUBLISHED')
                      when 'SESSION_RESCHEDULED' then
                          r.status in ('CONFIRMED', 'WAITLISTED') and :notice::bigint is not null
                          and r.audience_since < n.id
                      when 'SESSION_CANCELLED' then
                          r.status in ('CONFIRMED', 'WAITLISTED')
                          and (:notice::bigint is not null and r.audience_since < n.id
                               or coalesce(r.confirmed_at, r.registered_at) <= n.cut_off)
                      when 'ACTIVITY_CANCELLED' then
                          r.status in ('CONFIRMED', 'WAITLISTED')
                      else false end
                order by r.id, n.id
                on conflict do nothing
                """)
                .param("registrations", array(registrations))
                .param("notice", notice)
                .update();
    }

    /** A recording that was retracted before it could be told of, and is published after all. */
    private int takeBackDrops(long notice, Collection<UUID> registrations) {
        return jdbc.sql("""
                update deliveries d
                set queued = true, status = 'QUEUED', reason = null, finished_at = null, due_at = now()
                from notices n
                where n.id = :notice and n.kind = 'RECORDING_AVAILABLE'
                  and d.registration = any(:registrations::uuid[]) and d.kind = n.kind and d.about = n.about
                  and d.status = 'DROPPED' and d.reason = 'the recording is not published'
                """)
                .param("registrations", array(registrations))
                .param("notice", notice)
                .update();
    }

    private static String[] array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
