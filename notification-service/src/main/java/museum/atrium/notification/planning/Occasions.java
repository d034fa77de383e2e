package museum.atrium.notification.planning;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to each registration: every occasion is a mail, unless it is planned already. */
@Repository
class Occasions {

    private final JdbcClient jdbc;

    Occasions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** First those that tell everything: what else they make needless is then seen as told. */
    int plan(Collection<UUID> registrations) {
        return jdbc.sql("""
                insert into deliveries (registration, kind, revision, lane, expires_at)
                select r.id,
                       case when o.kind = 'INTEREST_NOTED' and a.kind = 'SERIES' then 'SUBSCRIBED' else o.kind end,
                       (r.occasions ->> o.occasion)::bigint,
                       -- Many are issued at once, and nobody waits for theirs at the door.
                       case when o.kind = 'CERTIFICATE_READY' then 2 else 0 end,
                       case when o.kind in ('OPT_IN', 'OFFER', 'TRANSFER_OFFERED', 'ADDRESS_PROVING') then r.answer_by end
                from registrations r
                join activities a on a.id = r.activity
                cross join (values
                    (1, 'waitlisted', 'WAITLISTED'),
                    (2, 'offered', 'OFFER'),
                    (3, 'confirmed', 'CONFIRMATION'),
                    (4, 'promoted', 'PROMOTION'),
                    (5, 'requested', 'APPROVAL_REQUESTED'),
                    (6, 'interested', 'INTEREST_NOTED'),
                    (7, 'optIn', 'OPT_IN'),
                    (8, 'transferOffered', 'TRANSFER_OFFERED'),
                    (9, 'addressProving', 'ADDRESS_PROVING'),
                    (10, 'addressAsked', 'ADDRESS_ASKED'),
                    (11, 'addressChanged', 'ADDRESS_CHANGED'),
                    (12, 'changed', 'CHANGED'),
                    (13, 'repeated', 'ALREADY_REGISTERED'),
                    (14, 'linksAsked', 'LINKS'),
                    (15, 'cancelled', 'CANCELLATION'),
                    (16, 'declined', 'DECLINED'),
                    (17, 'lapsed', 'OFFER_LAPSED'),
                    (18, 'transferred', 'TRANSFERRED'),
                    (19, 'speakerInvited', 'SPEAKER_INVITED'),
                    (20, 'speakerAccepted', 'SPEAKER_ACCEPTED'),
                    (21, 'speakerDeclined', 'SPEAKER_DECLINED'),
                    (22, 'speakerWithdrawn', 'SPEAKER_WITHDRAWN'),
                    (23, 'certified', 'CERTIFICATE_READY')) as o (rank, occasion, kind)
                where r.id = any(:registrations::uuid[]) and r.audience_since is not null
                  and r.occasions ->> o.occasion is not null
                order by r.id, o.rank
                on conflict do nothing
                """)
                .param("registrations", Planning.array(registrations))
                .update();
    }
}
