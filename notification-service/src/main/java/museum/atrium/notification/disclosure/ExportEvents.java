package museum.atrium.notification.disclosure;

import museum.atrium.notification.audience.EventReading;
import museum.atrium.notification.audience.ExportAnswers;
import museum.atrium.notification.audience.Tombstone;
import museum.atrium.outbox.EventHandler;
import museum.atrium.outbox.ReceivedEvent;
import org.springframework.stereotype.Component;

/** Takes in what is asked, and by a tombstone that nobody asks any more. */
@Component
class ExportEvents implements EventHandler {

    private final EventReading reading;
    private final Disclosing disclosing;
    private final ExportAnswers answers;

    ExportEvents(EventReading reading, Disclosing disclosing, ExportAnswers answers) {
        this.reading = reading;
        this.disclosing = disclosing;
        this.answers = answers;
    }

    @Override
    public String topic() {
        return "atrium.exports";
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (event.payload() == null) {
            answers.withdraw(Tombstone.of(event));
            return;
        }
        disclosing.answer(reading.read(event, ExportState.class));
    }
}
