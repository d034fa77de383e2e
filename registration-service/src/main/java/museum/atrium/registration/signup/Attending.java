package museum.atrium.registration.signup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.registration.audit.Audit;
import museum.atrium.registration.audit.Target;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.signup.RegistrationsChanged.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who came: counted once for each session, however often somebody comes back in, and however often it is said. */
@Component
public class Attending {

    private final Registrations registrations;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    Attending(
            Registrations registrations,
            JdbcClient database,
            ApplicationEventPublisher events,
            Audit audit,
            Clock clock) {
        this.registrations = registrations;
        this.database = database;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who says that somebody came. */
    public enum Source {
        JOIN_PAGE,
        LIST,
        ORGANIZER
    }

    /** @param stayed null: not known */
    public record Visit(
            RegistrationId registration, @Nullable Duration stayed) {}

    /**
     * @param joinedAt when they came, or when it was said that they did
     * @param minutes null: not known
     */
    record Attendance(
            SessionId session, Instant joinedAt, @Nullable Integer minutes, Source source) {}

    /** When somebody first came to which session, earliest first. */
    List<Attendance> of(RegistrationId id) {
        return database.sql("""
                select session_id, joined_at, minutes, source from attendance where registration_id = :registration
                order by joined_at, session_id
                """)
                .param("registration", id.value())
                .query((row, number) -> new Attendance(
                        new SessionId(row.getObject("session_id", UUID.class)),
                        row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                        row.getObject("minutes", Integer.class),
                        Source.valueOf(row.getString("source"))))
                .list();
    }

    public Optional<Registration> registered(RegistrationId id) {
        return registrations.find(id);
    }

    /** Those who registered for the activity with one of these addresses; some may be cancelled, or pending. */
    public List<Registration> among(ActivityId activity, Collection<EmailAddress> addresses) {
        return registrations.byAddress(
                activity, addresses.stream().map(EmailAddress::key).toArray(String[]::new));
    }

    /**
     * What is said later of how long somebody stayed replaces what was known. Who was erased meanwhile is passed over.
     *
     * @return how many were not known to have come
     */
    @Transactional
    public int count(SessionId session, Source source, Collection<Visit> visits) {
        List<Registration> came = registrations
                .lockAll(visits.stream().map(Visit::registration).toList())
                .stream()
                .filter(registration -> !registration.attended().contains(session))
                .map(registration -> registration.attended(session))
                .toList();
        registrations.update(came);
        store(session, source, List.copyOf(visits));
        audit.noted(
                "attendance.counted",
                Target.session(session.value()),
                Map.of(
                        "source",
                        source,
                        "registrations",
                        visits.stream()
                                .map(visit -> visit.registration().value())
                                .toList()));
        if (!came.isEmpty()) {
            events.publishEvent(new RegistrationsChanged(came.stream()
                    .map(registration -> new Change(registration, Occasion.ATTENDED, false))
                    .toList()));
        }
        events.publishEvent(new AttendanceCounted(
                session, source, visits.stream().map(Visit::registration).toList()));
        return came.size();
    }

    /** It was a mistake: they did not come. */
    @Transactional
    public void discount(SessionId session, RegistrationId id) {
        registrations
                .lock(id)
                .filter(registration -> registration.attended().contains(session))
                .ifPresent(registration -> {
                    Registration absent = registration.absentFrom(session);
                    registrations.update(List.of(absent));
                    database.sql(
                                    "delete from attendance where registration_id = :registration and session_id = :session")
                            .param("registration", id.value())
                            .param("session", session.value())
                            .update();
                    audit.noted(
                            "attendance.discounted",
                            Target.session(session.value()),
                            Map.of("registrations", List.of(id.value())));
                    events.publishEvent(RegistrationsChanged.one(absent, Occasion.ATTENDED, false));
                });
    }

    private void store(SessionId session, Source source, List<Visit> visits) {
        database.sql("""
                insert into attendance (registration_id, session_id, joined_at, minutes, source)
                select visit.registration, :session, :now, visit.minutes, :source
                from unnest(:registrations::uuid[], :minutes::int[]) as visit (registration, minutes)
                where exists (select from registration r where r.id = visit.registration)
                on conflict (registration_id, session_id) do update
                set minutes = excluded.minutes, source = excluded.source where excluded.minutes is not null
                """)
                .param("session", session.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("source", source.name())
                .param(
                        "registrations",
                        visits.stream()
                                .map(visit -> visit.registration().value())
                                .toArray(UUID[]::new))
                .param("minutes", visits.stream().map(Attending::minutes).toArray(Integer[]::new))
                .update();
    }

    private static @Nullable Integer minutes(Visit visit) {
        Duration stayed = visit.stayed();
        return stayed == null ? null : Math.toIntExact(stayed.toMinutes());
    }
}
