package museum.atrium.registration.recordings;

import museum.atrium.outbox.EventHandler;
import museum.atrium.outbox.Intake;
import museum.atrium.outbox.NotUnderstandable;
import museum.atrium.outbox.ReceivedEvent;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Hears from recording-service what is published and what is retracted. */
@Component
class RecordingsHandler implements EventHandler {

    private final Intake intake;
    private final PublishedRecordings recordings;
    private final JsonMapper json;

    RecordingsHandler(Intake intake, PublishedRecordings recordings, JsonMapper json) {
        this.intake = intake;
        this.recordings = recordings;
        this.json = json;
    }

    @Override
    public String topic() {
        return "atrium.recordings";
    }

    @Override
    public void handle(ReceivedEvent event) {
        String payload = event.payload();
        if (payload == null) {
            throw new NotUnderstandable("a recording event without a payload");
        }
        RecordingAnnouncement recording = read(payload);
        intake.take("recording", event.key(), recording.revision(), () -> {
            if (recording.isPublished()) {
                recordings.save(recording);
            } else {
                recordings.remove(recording.id());
            }
        });
    }

    private RecordingAnnouncement read(String payload) {
        try {
            return json.readValue(payload, RecordingAnnouncement.class);
        } catch (JacksonException e) {
            throw new NotUnderstandable("not a recording event", e);
        }
    }
}
