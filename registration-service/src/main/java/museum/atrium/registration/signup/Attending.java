package museum.atrium.registration.signup;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import museum.atrium.registration.programme.SessionId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who came: counted once for each session, however often somebody comes back in. */
@Component
public class Attending {

    private final Registrations registrations;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Attending(Registrations registrations, JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.registrations = registrations;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    record Attendance(SessionId session, Instant joinedAt) {}

    /** When somebody first came to which session, earliest first. */
    List<Attendance> of(RegistrationId id) {
        return database.sql("""
                select session_id, joined_at from attendance where registration_id = :registration
                order by joined_at, session_id
                """)
                .param("registration", id.value())
                .query((row, number) -> new Attendance(
                        new SessionId(row.getObject("session_id", UUID.class)),
                        row.getObject("joined_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Transactional
    public void attend(RegistrationId id, SessionId session) {
        Registration registration = registrations.lock(id).orElseThrow();
        if (registration.attended().contains(session)) {
            return;
        }
        Registration attended = registration.attended(session);
        registrations.update(List.of(attended));
        database.sql("""
                insert into attendance (registration_id, session_id, joined_at) values (:registration, :session, :now)
                on conflict do nothing
                """)
                .param("registration", id.value())
                .param("session", session.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(RegistrationsChanged.one(attended, Occasion.ATTENDED, false));
    }
}
