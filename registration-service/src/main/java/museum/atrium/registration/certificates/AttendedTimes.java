package museum.atrium.registration.certificates;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.signup.Registration;
import museum.atrium.registration.signup.RegistrationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of who came, added up. */
@Repository
class AttendedTimes {

    private final JdbcClient database;

    AttendedTimes(JdbcClient database) {
        this.database = database;
    }

    /** @param registrations of the activity; as long as they are locked, nothing more becomes known of them */
    Map<RegistrationId, AttendedTime> of(Activity activity, Collection<Registration> registrations) {
        Map<RegistrationId, Map<SessionId, Optional<Integer>>> stayed = new HashMap<>();
        database.sql("""
                select registration_id, session_id, minutes from attendance where registration_id = any(:registrations)
                """)
                .param(
                        "registrations",
                        registrations.stream()
                                .map(registration -> registration.id().value())
                                .toArray(UUID[]::new))
                .query(row -> {
                    stayed.computeIfAbsent(
                                    new RegistrationId(row.getObject("registration_id", UUID.class)),
                                    unknown -> new HashMap<>())
                            .put(
                                    new SessionId(row.getObject("session_id", UUID.class)),
                                    Optional.ofNullable(row.getObject("minutes", Integer.class)));
                });
        Map<RegistrationId, AttendedTime> times = new HashMap<>();
        for (Registration registration : registrations) {
            times.put(
                    registration.id(),
                    AttendedTime.of(registration, activity, stayed.getOrDefault(registration.id(), Map.of())));
        }
        return times;
    }
}
