package museum.atrium.recording.zoom;

import museum.atrium.recording.arrivals.Sweep;
import museum.atrium.recording.arrivals.UnreadableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes what is new in Zoom's list, for those whose webhooks were missed. */
@Component
class ZoomSweep implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ZoomSweep.class);

    private final ZoomSettings settings;
    private final ZoomMeetings meetings;
    private final Sweep sweep;

    ZoomSweep(ZoomSettings settings, ZoomAccount account, ZoomMeetings meetings) {
        this.settings = settings;
        this.meetings = meetings;
        this.sweep = new Sweep("Zoom", () -> account.eachRecorded(this::take));
    }

    @Scheduled(fixedDelayString = "${atrium.zoom.sweep-every}")
    void nowAndThen() {
        if (settings.isListed()) {
            sweep.soon();
        }
    }

    /** One that cannot be understood keeps none of the others. */
    private void take(JsonNode meeting, String authorization) {
        try {
            meetings.take(meeting, authorization);
        } catch (UnreadableList unreadable) {
            log.warn("A meeting in Zoom's list is passed over: {}", unreadable.getMessage());
        }
    }

    @Override
    public void destroy() {
        sweep.close();
    }
}
