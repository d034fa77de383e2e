package museum.atrium.registration.export;

import museum.atrium.outbox.EventHandler;
import museum.atrium.outbox.NotUnderstandable;
import museum.atrium.outbox.ReceivedEvent;
import museum.atrium.registration.OtherService;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Hears from one service what it holds of a registration. Who says so is known by the topic. */
final class ExportAnswersHandler implements EventHandler {

    private final OtherService service;
    private final ExportAnswers answers;
    private final JsonMapper json;

    ExportAnswersHandler(OtherService service, ExportAnswers answers, JsonMapper json) {
        this.service = service;
        this.answers = answers;
        this.json = json;
    }

    @Override
    public String topic() {
        return service.answersTo("atrium.exports");
    }

    /** What is taken back was deleted here before: that is why it is. */
    @Override
    public void handle(ReceivedEvent event) {
        String payload = event.payload();
        if (payload != null) {
            answers.keep(service, read(payload));
        }
    }

    private ExportAnswer read(String payload) {
        try {
            return json.readValue(payload, ExportAnswer.class);
        } catch (JacksonException e) {
            throw new NotUnderstandable("not an answer to an export", e);
        }
    }
}
