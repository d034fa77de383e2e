package museum.atrium.registration.privacy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.audit.Audit;
import museum.atrium.registration.audit.Target;
import museum.atrium.registration.export.AskedExports;
import museum.atrium.registration.export.ExportId;
import museum.atrium.registration.export.ExportLedger;
import museum.atrium.registration.export.ExportSubject;
import museum.atrium.registration.signup.EmailAddress;
import museum.atrium.registration.signup.RegistrationId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds what is known of a person, and asks everywhere what is held of it. */
@Component
class AskingExports {

    /** Whoever presses a button again has asked already. */
    private static final Duration THE_SAME_FOR = Duration.ofHours(1);

    private final Traces traces;
    private final AskedExports asked;
    private final ExportLedger ledger;
    private final Audit audit;
    private final Clock clock;

    AskingExports(Traces traces, AskedExports asked, ExportLedger ledger, Audit audit, Clock clock) {
        this.traces = traces;
        this.asked = asked;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of whom nothing is known that is told too. */
    @Transactional
    public ExportId askOfPerson(EmailAddress address) {
        String key = address.key();
        traces.hold(traces.of(key));
        return enter(ExportSubject.PERSON, traces.registrations(key), traces.codes(key));
    }

    /**
     * @param id of a registration, or of an invitation to speak
     * @throws Refusal 422 if there is neither
     */
    @Transactional
    public ExportId askOfRegistration(UUID id) {
        if (!held(id)) {
            throw Refusal.invalid(new FieldError("registration", "is none that there is, nor an invitation to speak"));
        }
        return enter(ExportSubject.REGISTRATION, List.of(id), List.of());
    }

    /**
     * By the person themselves, of one registration. What they asked a moment ago is what they get.
     *
     * @throws Refusal 404 if it has just been erased
     */
    @Transactional
    public ExportId askOfOwn(RegistrationId id) {
        if (!held(id.value())) {
            throw Refusal.notFound("This registration is erased.");
        }
        return asked.ownOf(id.value(), clock.instant().minus(THE_SAME_FOR))
                .orElseGet(() -> enter(ExportSubject.REGISTRATION, List.of(id.value()), List.of()));
    }

    /** Whether it is there, and stays so until the transaction ends. */
    private boolean held(UUID id) {
        traces.hold(traces.ofRegistration(id));
        return !traces.ofRegistration(id).isEmpty();
    }

    private ExportId enter(ExportSubject subject, List<UUID> registrations, List<UUID> codes) {
        ExportId export = ledger.enter(subject, registrations, codes);
        audit.noted(
                "export.asked",
                Target.export(export.value()),
                Map.of("registrations", registrations.size(), "codes", codes.size()));
        return export;
    }
}
