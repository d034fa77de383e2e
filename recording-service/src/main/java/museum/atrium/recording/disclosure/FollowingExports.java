package museum.atrium.recording.disclosure;

import static museum.atrium.recording.audience.EventReading.required;

import java.util.UUID;
import museum.atrium.outbox.EventHandler;
import museum.atrium.outbox.ReceivedEvent;
import museum.atrium.recording.audience.EventReading;
import museum.atrium.recording.audience.ExportAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what is asked of a registration, until by a tombstone nobody asks any more. */
@Component
class FollowingExports implements EventHandler {

    private final Disclosing disclosing;
    private final ExportAnswers answers;

    FollowingExports(Disclosing disclosing, ExportAnswers answers) {
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
            answers.withdraw(EventReading.id(event.key()));
            return;
        }
        Export asked = EventReading.read(event.payload(), Export.class);
        disclosing.answer(
                required(asked.registration(), "registration"), asked.revision(), required(asked.export(), "export"));
    }

    /** Of the contract {@code export} what is used here. */
    private record Export(
            @Nullable UUID registration,
            long revision,
            @Nullable UUID export) {}
}
