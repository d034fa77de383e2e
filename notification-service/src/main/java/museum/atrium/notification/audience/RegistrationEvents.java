package museum.atrium.notification.audience;

import java.util.UUID;
import museum.atrium.outbox.EventHandler;
import museum.atrium.outbox.Intake;
import museum.atrium.outbox.ReceivedEvent;
import org.springframework.stereotype.Component;

/** Takes in registrations; a tombstone erases one. */
@Component
class RegistrationEvents implements EventHandler {

    private final EventReading reading;
    private final Intake intake;
    private final Joining joining;

    RegistrationEvents(EventReading reading, Intake intake, Joining joining) {
        this.reading = reading;
        this.intake = intake;
        this.joining = joining;
    }

    @Override
    public String topic() {
        return "atrium.registrations";
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (event.payload() == null) {
            UUID registration = Tombstone.of(event);
            intake.take(
                    "registration", registration.toString(), Tombstone.REVISION, () -> joining.forget(registration));
            return;
        }
        RegistrationState registration = reading.read(event, RegistrationState.class);
        intake.take(
                "registration",
                registration.id().toString(),
                registration.revision(),
                () -> joining.take(registration));
    }
}
