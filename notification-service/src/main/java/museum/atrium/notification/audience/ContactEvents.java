package museum.atrium.notification.audience;

import java.util.UUID;
import museum.atrium.outbox.EventHandler;
import museum.atrium.outbox.Intake;
import museum.atrium.outbox.ReceivedEvent;
import org.springframework.stereotype.Component;

/** Takes in how participants are reached; a tombstone erases it. */
@Component
class ContactEvents implements EventHandler {

    private final EventReading reading;
    private final Intake intake;
    private final Joining joining;

    ContactEvents(EventReading reading, Intake intake, Joining joining) {
        this.reading = reading;
        this.intake = intake;
        this.joining = joining;
    }

    @Override
    public String topic() {
        return "atrium.contacts";
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (event.payload() == null) {
            UUID registration = Tombstone.of(event);
            intake.take("contact", registration.toString(), Tombstone.REVISION, () -> joining.erase(registration));
            return;
        }
        ContactState contact = reading.read(event, ContactState.class);
        intake.take("contact", contact.registration().toString(), contact.revision(), () -> joining.take(contact));
    }
}
