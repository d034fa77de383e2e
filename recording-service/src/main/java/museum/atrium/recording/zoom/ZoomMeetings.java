package museum.atrium.recording.zoom;

import java.util.List;
import museum.atrium.recording.arrivals.Arrival;
import museum.atrium.recording.arrivals.Receiving;
import museum.atrium.recording.arrivals.Transcript;
import museum.atrium.recording.arrivals.UnreadableList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes what there is of a meeting, whoever told of it. */
@Component
class ZoomMeetings {

    private final Receiving receiving;

    ZoomMeetings(Receiving receiving) {
        this.receiving = receiving;
    }

    /**
     * @param authorization what opens its files; null: their addresses are enough
     * @throws UnreadableList if any of it cannot be understood; then nothing was taken
     */
    void take(JsonNode meeting, @Nullable String authorization) {
        List<Arrival> recordings = ZoomRecordings.recordingsOf(meeting, authorization);
        List<Transcript> transcripts = ZoomRecordings.transcriptsOf(meeting, authorization);
        recordings.forEach(receiving::receive);
        transcripts.forEach(receiving::receive);
    }
}
