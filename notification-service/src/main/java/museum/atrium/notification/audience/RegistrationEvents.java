package museum.atrium.notification.audience;

import museum.atrium.outbox.EventHandler;
import museum.atrium.outbox.Intake;
import museum.atrium.outbox.ReceivedEvent;
import org.springframework.stereotype.Component;

/** Takes in registrations. */
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
        RegistrationState registration = reading.read(event, RegistrationState.class);
        intake.take(
                "registration",
                registration.id().toString(),
                registration.revision(),
                () -> joining.take(registration));
    }
}
