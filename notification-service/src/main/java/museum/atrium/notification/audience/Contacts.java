package museum.atrium.notification.audience;

import java.util.List;
import java.util.UUID;
import museum.atrium.notification.reachability.Addresses;
import museum.atrium.notification.reachability.TellingReach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How participants are reached. */
@Repository
class Contacts {

    private final JdbcClient jdbc;
    private final Addresses addresses;
    private final TellingReach reach;

    Contacts(JdbcClient jdbc, Addresses addresses, TellingReach reach) {
        this.jdbc = jdbc;
        this.addresses = addresses;
        this.reach = reach;
    }

    /** What was said of the address holds for this registration too. The caller holds the registration. */
    void save(ContactState contact) {
        String addressKey = AddressKey.of(contact.email());
        addresses.join(contact.registration(), addressKey);
        jdbc.sql("""
                insert into contacts (registration, revision, email, address_key, name, language, time_zone)
                values (:registration, :revision, :email, :addressKey, :name, :language, :timeZone)
                on conflict (registration) do update
                set revision = excluded.revision, email = excluded.email, address_key = excluded.address_key,
                    name = excluded.name, language = excluded.language, time_zone = excluded.time_zone
                """)
                .param("registration", contact.registration())
                .param("revision", contact.revision())
                .param("email", contact.email())
                .param("addressKey", addressKey)
                .param("name", contact.name())
                .param("language", contact.language())
                .param("timeZone", contact.timeZone())
                .update();
        reach.tellOf(contact.registration());
    }

    /**
     * With the last of an address goes what is kept of the address.
     *
     * @return how many there were
     */
    int erase(UUID registration) {
        addresses.holdOf(registration);
        for (String table : List.of("address_choices", "suppressions")) {
            jdbc.sql("""
                    delete from %s t using contacts own
                    where own.registration = :registration and t.address_key = own.address_key
                      and not exists (select from contacts other
                                      where other.address_key = own.address_key and other.registration <> own.registration)
                    """.formatted(table)).param("registration", registration).update();
        }
        return jdbc.sql("delete from contacts where registration = :registration")
                .param("registration", registration)
                .update();
    }

    /** @return how many there were */
    int eraseReach(UUID registration) {
        return reach.forget(registration);
    }
}
