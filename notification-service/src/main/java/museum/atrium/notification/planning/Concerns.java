package museum.atrium.notification.planning;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is concerned by what was noticed: each is a mail, unless it is planned already. */
@Repository
class Concerns {

    private final JdbcClient jdbc;
    private final FollowUpSettings followUps;
    private final RecordingNewsSettings recordings;

    Concerns(JdbcClient jdbc, FollowUpSettings followUps, RecordingNewsSettings recordings) {
        this.jdbc = jdbc;
        this.followUps = followUps;
        this.recordings = recordings;
    }

    /** All that was noticed of these registrations' activities. */
    int plan(Collection<UUID> registrations) {
        return takeBackDates(registrations) + planNew(registrations, null);
    }

    /** This notice alone. */
    int plan(Collection<UUID> registrations, long notice) {
        return planNew(registrations, notice);
    }

    /** Mails that were dropped for want of what is noticed again. */
    int takeBack(Collection<UUID> registrations, long notice, String kind) {
        return switch (kind) {
            case "RECORDING_AVAILABLE" -> takeBackRecordings(registrations, notice);
            case "NOW_DATED" -> {
                holdInterested(registrations);
                yield takeBackDates(registrations);
            }
            default -> 0;
        };
    }

    /**
     * Who is concerned by what. A session's new times go only to those whose mails told the old ones: whoever joins
     * later is told the new ones with the confirmation. A cancellation also goes to who joins later, but had the place
     * before it. Who is asked to speak and has not answered knows the times, too. Who subscribes to a series is told of what comes after they asked to, once their
     * address is confirmed.
     */
    private int planNew(Collection<UUID> registrations, @Nullable Long notice) {
        return jdbc.sql("""
                insert into deliveries (registration, kind, about, distance, revision, notice, lane, due_at, expires_at)
                select r.id, n.kind, n.about, n.distance, n.revision, n.id,
                       case when n.kind in ('RECORDING_AVAILABLE', 'NOW_DATED', 'NEW_IN_SERIES', 'FOLLOW_UP') then 2 else 1 end,
                       case n.kind
                           when 'FOLLOW_UP' then greatest(now(), n.cut_off + make_interval(secs => :delay))
                           when 'RECORDING_AVAILABLE' then now() + make_interval(secs => :gathering)
                           when 'NEW_IN_SERIES' then now() + coalesce(a.digest, interval '0')
                           else now() end,
                       n.expires_at
                from registrations r
                join notices n on n.activity = r.activity
                join activities a on a.id = r.activity
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
                      when 'FOLLOW_UP' then
                          r.status = 'CONFIRMED' and r.confirmed_at <= n.cut_off and r.role = 'PARTICIPANT'
                      when 'SESSION_RESCHEDULED' then
                          (r.status in ('CONFIRMED', 'WAITLISTED') or r.pending_for = 'ACCEPTANCE')
                          and :notice::bigint is not null and r.audience_since < n.id
                      when 'SESSION_CANCELLED' then
                          (r.status in ('CONFIRMED', 'WAITLISTED') or r.pending_for = 'ACCEPTANCE')
                          and (:notice::bigint is not null and r.audience_since < n.id
                               or coalesce(r.confirmed_at, r.registered_at) <= n.cut_off)
                      when 'ACTIVITY_CANCELLED' then
                          r.status in ('CONFIRMED', 'WAITLISTED', 'INTERESTED')
                          or r.status = 'PENDING' and r.pending_for in ('APPROVAL', 'ACCEPTANCE')
                      when 'NOW_DATED' then
                          r.status = 'INTERESTED'
                          and exists (
                              select from sessions s
                              where s.activity = r.activity and s.status = 'SCHEDULED' and s.ends_at > now()
                                and (r.sessions is null or s.id = any(r.sessions)))
                      when 'NEW_IN_SERIES' then
                          r.status = 'INTERESTED' and r.registered_at <= n.cut_off
                      else false end
                order by r.id, n.id
                on conflict do nothing
                """)
                .param("registrations", Planning.array(registrations))
                .param("notice", notice)
                .param("delay", followUps.delay().toSeconds())
                .param("gathering", recordings.delay().toMillis() / 1000.0)
                .update();
    }

    /** A recording that was retracted before it could be told of, and is published after all. */
    private int takeBackRecordings(Collection<UUID> registrations, long notice) {
        return jdbc.sql("""
                update deliveries d
                set queued = true, status = 'QUEUED', reason = null, finished_at = null, due_at = now(),
                    first_due_at = null
                from notices n
                where n.id = :notice and n.kind = 'RECORDING_AVAILABLE'
                  and d.registration = any(:registrations::uuid[]) and d.kind = n.kind and d.about = n.about
                  and d.status = 'DROPPED' and d.reason = 'the recording is not published'
                """)
                .param("registrations", Planning.array(registrations))
                .param("notice", notice)
                .update();
    }

    /** Their mail may be in the course of being dropped for want of the very dates that are to be told now. */
    private void holdInterested(Collection<UUID> registrations) {
        jdbc.sql("""
                select id from registrations
                where id = any(:registrations::uuid[]) and status = 'INTERESTED'
                order by id
                for share
                """)
                .param("registrations", Planning.array(registrations))
                .query(UUID.class)
                .list();
    }

    /** Who was not told of dates, because they were withdrawn or the interest was, and now both are there again. */
    private int takeBackDates(Collection<UUID> registrations) {
        return jdbc.sql("""
                update deliveries d
                set queued = true, status = 'QUEUED', reason = null, finished_at = null, due_at = now(),
                    first_due_at = null
                from registrations r
                join activities a on a.id = r.activity
                where r.id = any(:registrations::uuid[]) and r.status = 'INTERESTED' and a.status = 'PUBLISHED'
                  and exists (
                      select from sessions s
                      where s.activity = r.activity and s.status = 'SCHEDULED' and s.ends_at > now()
                        and (r.sessions is null or s.id = any(r.sessions)))
                  and d.registration = r.id and d.kind = 'NOW_DATED' and d.status = 'DROPPED'
                """)
                .param("registrations", Planning.array(registrations))
                .update();
    }
}
