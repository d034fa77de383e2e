package museum.atrium.registration.reachability;

import museum.atrium.outbox.EventHandler;
import museum.atrium.outbox.NotUnderstandable;
import museum.atrium.outbox.ReceivedEvent;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Hears from notification-service whom mails do not reach. */
@Component
class ReachHandler implements EventHandler {

    private final Reaches reaches;
    private final JsonMapper json;

    ReachHandler(Reaches reaches, JsonMapper json) {
        this.reaches = reaches;
        this.json = json;
    }

    @Override
    public String topic() {
        return "atrium.deliveries";
    }

    @Override
    public void handle(ReceivedEvent event) {
        String payload = event.payload();
        if (payload == null) {
            throw new NotUnderstandable("a reach event without a payload");
        }
        reaches.take(read(payload));
    }

    private ReachAnnouncement read(String payload) {
        try {
            return json.readValue(payload, ReachAnnouncement.class);
        } catch (JacksonException e) {
            throw new NotUnderstandable("not a reach event", e);
        }
    }
}
