package museum.atrium.registration.export;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import museum.atrium.registration.signup.RegistrationId;
import museum.atrium.registration.signup.RegistrationsErased;
import museum.atrium.registration.speakers.SpeakerErased;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes what the others answered: when its time is over, and at once of whom is erased. What lies in Kafka goes with it. */
@Component
class EndingExports {

    private final Exports exports;
    private final ExportAnswers answers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EndingExports(Exports exports, ExportAnswers answers, ApplicationEventPublisher events, Clock clock) {
        this.exports = exports;
        this.answers = answers;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void endOld() {
        exports.hold();
        end(exports.deleteBefore(clock.instant().minus(ExportLedger.KEPT)));
    }

    /** In the transaction that erases them. */
    @EventListener
    void on(RegistrationsErased event) {
        forget(event.ids().stream().map(RegistrationId::value).toList());
    }

    @EventListener
    void on(SpeakerErased event) {
        forget(List.of(event.id().value()));
    }

    private void forget(List<UUID> gone) {
        end(exports.deleteRegistrations(gone));
    }

    private void end(List<UUID> registrations) {
        if (!registrations.isEmpty()) {
            answers.delete(registrations);
            events.publishEvent(new ExportsEnded(registrations));
        }
    }
}
