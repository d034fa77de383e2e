package museum.atrium.notification.audience;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How participants are reached. */
@Repository
class Contacts {

    private final JdbcClient jdbc;

    Contacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(ContactState contact) {
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
                .param("addressKey", AddressKey.of(contact.email()))
                .param("name", contact.name())
                .param("language", contact.language())
                .param("timeZone", contact.timeZone())
                .update();
    }

    /**
     * With the last of an address goes what is kept of the address.
     *
     * @return how many there were
     */
    int erase(UUID registration) {
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
}
