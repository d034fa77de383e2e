package museum.atrium.notification.audience;

import java.util.UUID;
import museum.atrium.outbox.EventHandler;
import museum.atrium.outbox.Intake;
import museum.atrium.outbox.ReceivedEvent;
import org.springframework.stereotype.Component;

/** Takes in the networks in whose names mails go out. */
@Component
class NetworkEvents implements EventHandler {

    private final EventReading reading;
    private final Intake intake;
    private final Networks networks;

    NetworkEvents(EventReading reading, Intake intake, Networks networks) {
        this.reading = reading;
        this.intake = intake;
        this.networks = networks;
    }

    @Override
    public String topic() {
        return "atrium.networks";
    }

    /**
     * A network is deleted only when no activity names it any more. One that we know to name it still has a newer state, which
     * is on its way on another topic; until that comes its mails wait.
     */
    @Override
    public void handle(ReceivedEvent event) {
        if (event.payload() == null) {
            UUID network = Tombstone.of(event);
            intake.take("network", network.toString(), Tombstone.REVISION, () -> networks.forget(network));
            return;
        }
        NetworkState network = reading.read(event, NetworkState.class);
        intake.take("network", network.id().toString(), network.revision(), () -> networks.save(network));
    }
}
