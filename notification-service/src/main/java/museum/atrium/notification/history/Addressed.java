package museum.atrium.notification.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** To whom mails go. */
@Repository
class Addressed {

    private final JdbcClient jdbc;

    Addressed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody as organisers know them. */
    record Somebody(String name, String email) {

        /** Never who: this may end in a log. */
        @Override
        public String toString() {
            return "somebody";
        }
    }

    /** By registration; those who are erased are not there. */
    Map<UUID, Somebody> of(Collection<UUID> registrations) {
        Map<UUID, Somebody> found = new HashMap<>();
        jdbc.sql("select registration, name, email from contacts where registration = any(:registrations::uuid[])")
                .param(
                        "registrations",
                        registrations.stream().map(UUID::toString).toArray(String[]::new))
                .query((RowCallbackHandler) row -> found.put(
                        row.getObject("registration", UUID.class),
                        new Somebody(row.getString("name"), row.getString("email"))));
        return found;
    }
}
