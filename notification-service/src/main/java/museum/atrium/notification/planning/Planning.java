package museum.atrium.notification.planning;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
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
    private final Occasions occasions;
    private final Concerns concerns;
    private final Addressees addressees;
    private final ApplicationEventPublisher publisher;

    Planning(
            JdbcClient jdbc,
            Occasions occasions,
            Concerns concerns,
            Addressees addressees,
            ApplicationEventPublisher publisher) {
        this.jdbc = jdbc;
        this.occasions = occasions;
        this.concerns = concerns;
        this.addressees = addressees;
        this.publisher = publisher;
    }

    /** Everything that this registration is owed. The caller holds its activity's lock, shared, and its own. */
    public void planFor(UUID registration) {
        planFor(List.of(registration));
    }

    void planFor(Collection<UUID> registrations) {
        takeIntoAudience(registrations);
        announce(occasions.plan(registrations) + concerns.plan(registrations) + addressees.plan(registrations));
    }

    /** This message for these registrations, also those that are not known yet. The caller holds its activity's lock. */
    public void planMessage(UUID message, Collection<UUID> registrations) {
        addressees.add(message, registrations);
        announce(addressees.plan(registrations));
    }

    /** This notice for those of these registrations that it concerns. */
    void planNotice(long notice, Collection<UUID> registrations) {
        announce(concerns.plan(registrations, notice));
    }

    /** This notice for those of these registrations whose mail was dropped when it was not true, and is now. */
    void planAgain(long notice, String kind, Collection<UUID> registrations) {
        announce(concerns.takeBack(registrations, notice, kind));
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

    /** What waits to be sent to a registration that is gone, or has no address any more. */
    public void drop(UUID registration, String reason) {
        jdbc.sql("""
                update deliveries
                set queued = false, held_for = null, status = 'DROPPED', reason = :reason, finished_at = now()
                where registration = :registration and (queued or held_for is not null)
                """)
                .param("registration", registration)
                .param("reason", reason)
                .update();
    }

    static String[] array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
