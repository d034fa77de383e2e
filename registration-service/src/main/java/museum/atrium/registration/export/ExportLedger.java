package museum.atrium.registration.export;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import museum.atrium.http.account.OrganizerAccount;
import museum.atrium.registration.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Enters what somebody asks to see, and asks the other services for their part of it. */
@Component
public class ExportLedger {

    /** For so long an export can be read; answers are not kept any longer. */
    static final Duration KEPT = Duration.ofDays(7);

    private final Exports exports;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    ExportLedger(Exports exports, ApplicationEventPublisher events, Ids ids, Clock clock) {
        this.exports = exports;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Whoever is signed in has asked for it, else the person themselves by a link of theirs. The caller holds the activities of these, so
     * that none is erased meanwhile.
     *
     * @param codes that were made for the address
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ExportId enter(ExportSubject subject, List<UUID> registrations, List<UUID> codes) {
        ExportId export = new ExportId(ids.next());
        exports.hold();
        long number = exports.insert(
                export, subject, clock.instant(), OrganizerAccount.current().orElse(null));
        exports.insertContents(export, registrations, codes);
        events.publishEvent(new ExportAsked(export, number, registrations));
        return export;
    }
}
