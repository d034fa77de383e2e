package museum.atrium.registration.privacy;

import java.util.Map;
import java.util.UUID;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.audit.Audit;
import museum.atrium.registration.audit.Target;
import museum.atrium.registration.erasure.Erased;
import museum.atrium.registration.erasure.ErasureId;
import museum.atrium.registration.erasure.ErasureLedger;
import museum.atrium.registration.erasure.ErasureSubject;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.signup.EmailAddress;
import museum.atrium.registration.signup.Erasing;
import museum.atrium.registration.signup.RegistrationId;
import museum.atrium.registration.speakers.ErasingSpeakers;
import museum.atrium.registration.speakers.SpeakerId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets on an organiser's call, whole or not at all. Places that become free go to the next in line. */
@Component
class ErasingPeople {

    private final Traces traces;
    private final Erasing registrations;
    private final ErasingSpeakers speakers;
    private final ErasureLedger ledger;
    private final Audit audit;

    ErasingPeople(Traces traces, Erasing registrations, ErasingSpeakers speakers, ErasureLedger ledger, Audit audit) {
        this.traces = traces;
        this.registrations = registrations;
        this.speakers = speakers;
        this.ledger = ledger;
        this.audit = audit;
    }

    /** Of whom nothing is known is erased too: the report proves that there was nothing. */
    @Transactional
    public ErasureId erasePerson(EmailAddress address) {
        String key = address.key();
        Erased erased = Erased.NOTHING;
        for (ActivityId activity : traces.of(key)) {
            erased = erased.and(registrations.eraseAll(activity, key)).and(speakers.eraseAll(activity, key));
        }
        erased = erased.and(registrations.eraseCodes(key)).and(registrations.eraseCalendar(key));
        ErasureId erasure = ledger.enter(ErasureSubject.PERSON, key, erased);
        note(erasure, erased.addresses().size());
        return erasure;
    }

    /**
     * @param id of a registration, or of an invitation to speak
     * @throws Refusal 422 if there is neither
     */
    @Transactional
    public ErasureId eraseRegistration(UUID id) {
        ErasureId erasure = registrations
                .erase(new RegistrationId(id))
                .or(() -> speakers.erase(new SpeakerId(id)))
                .orElseThrow(() -> Refusal.invalid(
                        new FieldError("registration", "is none that there is, nor an invitation to speak")));
        note(erasure, 1);
        return erasure;
    }

    private void note(ErasureId erasure, int registrations) {
        audit.noted("erasure.asked", Target.erasure(erasure.value()), Map.of("registrations", registrations));
    }
}
