package museum.atrium.registration.signup;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.signup.RegistrationsChanged.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What whoever issues certificates needs of registrations. All but looking belongs into the transaction that issues. */
@Component
public class Certifying {

    private final Registrations registrations;
    private final ApplicationEventPublisher events;

    Certifying(Registrations registrations, ApplicationEventPublisher events) {
        this.registrations = registrations;
        this.events = events;
    }

    public Optional<Registration> find(RegistrationId id) {
        return registrations.find(id);
    }

    /**
     * Some of those who had a place a moment ago, in the order in which they came, locked.
     *
     * @param after the last of those before; null: from the start
     */
    public List<Registration> lockConfirmed(ActivityId activity, @Nullable Registration after, int most) {
        Instant time = after == null ? Instant.EPOCH : after.registeredAt();
        UUID id = after == null ? new UUID(0, 0) : after.id().value();
        return registrations.lockConfirmed(activity, time, id, most).stream()
                // As text ids have the order that they have in the database.
                .sorted(Comparator.comparing(Registration::registeredAt)
                        .thenComparing(registration -> registration.id().toString()))
                .toList();
    }

    /** Those of them who have a place, locked. */
    public List<Registration> lockConfirmed(Collection<RegistrationId> ids) {
        return registrations.lockAll(ids).stream()
                .filter(registration -> registration.status() == RegistrationStatus.CONFIRMED)
                .toList();
    }

    /** Tells that each of these, which are locked, has got a certificate. */
    public void tellCertified(Collection<Registration> locked) {
        tell(locked, Occasion.CERTIFIED);
    }

    /** Tells that the certificate of each of these, which are locked, is worthless. */
    public void tellRevoked(Collection<Registration> locked) {
        tell(locked, Occasion.CERTIFICATE_REVOKED);
    }

    private void tell(Collection<Registration> locked, Occasion occasion) {
        List<Registration> told =
                locked.stream().map(registration -> registration.told(occasion)).toList();
        registrations.update(told);
        if (!told.isEmpty()) {
            events.publishEvent(new RegistrationsChanged(told.stream()
                    .map(registration -> new Change(registration, occasion, false))
                    .toList()));
        }
    }
}
