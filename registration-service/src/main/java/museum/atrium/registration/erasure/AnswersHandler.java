package museum.atrium.registration.erasure;

import museum.atrium.outbox.EventHandler;
import museum.atrium.outbox.NotUnderstandable;
import museum.atrium.outbox.ReceivedEvent;
import museum.atrium.registration.OtherService;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Hears from one service that it holds nothing any more of what it was asked to erase. Who says so is known by the topic. */
final class AnswersHandler implements EventHandler {

    private final OtherService service;
    private final Erasures erasures;
    private final JsonMapper json;

    AnswersHandler(OtherService service, Erasures erasures, JsonMapper json) {
        this.service = service;
        this.erasures = erasures;
        this.json = json;
    }

    @Override
    public String topic() {
        return service.answersTo("atrium.erasures");
    }

    /** Answers never change, and of the same one only the first counts: their order does not matter. */
    @Override
    public void handle(ReceivedEvent event) {
        String payload = event.payload();
        if (payload == null) {
            throw new NotUnderstandable("an answer to an erasure without a payload");
        }
        ErasureAnswer answer = read(payload);
        erasures.answered(answer.id(), service.wireName(), answer.answeredAt(), answer.deleted());
    }

    private ErasureAnswer read(String payload) {
        try {
            return json.readValue(payload, ErasureAnswer.class);
        } catch (JacksonException e) {
            throw new NotUnderstandable("not an answer to an erasure", e);
        }
    }
}
