package museum.atrium.notification.audience;

import museum.atrium.notification.planning.Notice;
import museum.atrium.notification.planning.Notices;
import museum.atrium.outbox.EventHandler;
import museum.atrium.outbox.Intake;
import museum.atrium.outbox.ReceivedEvent;
import org.springframework.stereotype.Component;

/** Takes in recordings and notices those that are published. */
@Component
class RecordingEvents implements EventHandler {

    private final EventReading reading;
    private final Intake intake;
    private final Activities activities;
    private final Recordings recordings;
    private final Notices notices;

    RecordingEvents(
            EventReading reading, Intake intake, Activities activities, Recordings recordings, Notices notices) {
        this.reading = reading;
        this.intake = intake;
        this.activities = activities;
        this.recordings = recordings;
        this.notices = notices;
    }

    @Override
    public String topic() {
        return "atrium.recordings";
    }

    @Override
    public void handle(ReceivedEvent event) {
        RecordingState recording = reading.read(event, RecordingState.class);
        intake.take("recording", recording.id().toString(), recording.revision(), () -> take(recording));
    }

    private void take(RecordingState recording) {
        activities.holdExclusively(recording.activity());
        recordings.save(recording);
        if (recording.published()) {
            notices.renew(Notice.recordingAvailable(
                    recording.activity(),
                    recording.id(),
                    recording.session(),
                    recording.attendeesOnly(),
                    recording.publishedAt()));
        }
    }
}
