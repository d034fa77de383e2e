package museum.atrium.notification.planning;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom organisers' messages are for: who belongs to the audience gets a mail, who does not is remembered until then. */
@Repository
class Addressees {

    private final JdbcClient jdbc;

    Addressees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID message, Collection<UUID> registrations) {
        jdbc.sql("""
                insert into addressees (registration, message)
                select addressed.id, :message from unnest(:registrations::uuid[]) as addressed (id)
                -- Who was erased will never join.
                where not exists (select from erased e where e.registration = addressed.id and e.what = 'registrations')
                on conflict do nothing
                """)
                .param("message", message)
                .param("registrations", Planning.array(registrations))
                .update();
    }

    /** Those of them who belong to the audience by now. */
    int plan(Collection<UUID> registrations) {
        return jdbc.sql("""
                with joined as (
                    delete from addressees a
                    using registrations r
                    where a.registration = any(:registrations::uuid[])
                      and r.id = a.registration and r.audience_since is not null
                    returning a.registration, a.message
                )
                insert into deliveries (registration, kind, about, lane)
                select registration, 'MESSAGE', message, 2 from joined
                order by registration, message
                on conflict do nothing
                """)
                .param("registrations", Planning.array(registrations))
                .update();
    }
}
