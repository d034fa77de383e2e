package museum.atrium.registration.signup;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.registration.erasure.Erased;
import museum.atrium.registration.programme.ActivityId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes registrations with what hangs on them, and says how much that was. The caller holds the lock of their activity. */
@Component
class Deleting {

    private final Registrations registrations;
    private final JdbcClient database;
    private final CalendarFeeds feeds;
    private final ApplicationEventPublisher events;

    Deleting(Registrations registrations, JdbcClient database, CalendarFeeds feeds, ApplicationEventPublisher events) {
        this.registrations = registrations;
        this.feeds = feeds;
        this.database = database;
        this.events = events;
    }

    Erased forget(List<Registration> all) {
        if (all.isEmpty()) {
            return Erased.NOTHING;
        }
        UUID[] ids = all.stream().map(one -> one.id().value()).toArray(UUID[]::new);
        Map<String, Integer> deleted = Map.of(
                "registrations",
                ids.length,
                "attendances",
                count("select count(*) from attendance where registration_id = any(:ids)", ids),
                "certificates",
                count("select count(*) from certificate where registration_id = any(:ids)", ids));
        List<RegistrationId> erased = all.stream().map(Registration::id).toList();
        registrations.erase(erased);
        events.publishEvent(new RegistrationsErased(erased));
        return new Erased(
                all.stream()
                        .collect(toMap(
                                one -> one.id().value(),
                                one -> one.person().email().key())),
                deleted);
    }

    /** Codes that admit this address alone. One by which somebody else holds a place now stays, and admits nobody. */
    Erased forgetCodes(String addressKey) {
        int deleted = database.sql("""
                delete from invitation_code c
                where c.email_key = :key and not exists (select from registration r where r.code_id = c.id)
                """).param("key", addressKey).update();
        int blotted = database.sql("""
                update invitation_code set email_key = :erased where email_key = :key
                """)
                .param("erased", HeldCodes.ERASED)
                .param("key", addressKey)
                .update();
        return deleted + blotted == 0 ? Erased.NOTHING : new Erased(Map.of(), Map.of("codes", deleted + blotted));
    }

    /** Those that admit one address alone. Nobody holds a place of this activity any more. */
    Erased forgetCodes(ActivityId activity) {
        int deleted = database.sql(
                        "delete from invitation_code where activity_id = :activity and email_key is not null")
                .param("activity", activity.value())
                .update();
        return deleted == 0 ? Erased.NOTHING : new Erased(Map.of(), Map.of("codes", deleted));
    }

    /** Of these addresses, where nothing else is there that would be in them. */
    Erased forgetCalendars(Collection<String> addressKeys) {
        int deleted = feeds.forgetUnused(addressKeys);
        return deleted == 0 ? Erased.NOTHING : new Erased(Map.of(), Map.of("calendars", deleted));
    }

    private int count(String sql, UUID[] ids) {
        return database.sql(sql).param("ids", ids).query(Integer.class).single();
    }
}
