package museum.atrium.notification.audience;

import museum.atrium.outbox.EventHandler;
import museum.atrium.outbox.ReceivedEvent;
import org.springframework.stereotype.Component;

/** Takes in what is to be erased. */
@Component
class ErasureEvents implements EventHandler {

    private final EventReading reading;
    private final Erasing erasing;

    ErasureEvents(EventReading reading, Erasing erasing) {
        this.reading = reading;
        this.erasing = erasing;
    }

    @Override
    public String topic() {
        return "atrium.erasures";
    }

    @Override
    public void handle(ReceivedEvent event) {
        erasing.erase(reading.read(event, ErasureState.class));
    }
}
