package museum.atrium.notification.audience;

import museum.atrium.notification.planning.Planning;
import museum.atrium.outbox.EventHandler;
import museum.atrium.outbox.ReceivedEvent;
import org.springframework.stereotype.Component;

/**
 * Takes in what organisers write. Each event is one part of a message's audience with all that the mails need, and is its
 * own identity: told twice, or in another order, it comes to the same.
 */
@Component
class MessageEvents implements EventHandler {

    private final EventReading reading;
    private final Activities activities;
    private final Messages messages;
    private final Planning planning;

    MessageEvents(EventReading reading, Activities activities, Messages messages, Planning planning) {
        this.reading = reading;
        this.activities = activities;
        this.messages = messages;
        this.planning = planning;
    }

    @Override
    public String topic() {
        return "atrium.messages";
    }

    @Override
    public void handle(ReceivedEvent event) {
        MessageState message = reading.read(event, MessageState.class);
        activities.holdExclusively(message.activity());
        messages.save(message);
        planning.planMessage(message.id(), message.registrations());
    }
}
