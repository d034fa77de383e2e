package museum.atrium.recording.zoom;

import museum.atrium.recording.arrivals.Receiving;
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
    private final Receiving receiving;
    private final Sweep sweep;

    ZoomSweep(ZoomSettings settings, ZoomAccount account, Receiving receiving) {
        this.settings = settings;
        this.receiving = receiving;
        this.sweep = new Sweep("Zoom", () -> account.eachRecorded(this::receive));
    }

    @Scheduled(fixedDelayString = "${atrium.zoom.sweep-every}")
    void nowAndThen() {
        if (settings.isListed()) {
            sweep.soon();
        }
    }

    /** One that cannot be understood keeps none of the others. */
    private void receive(JsonNode meeting, String authorization) {
        try {
            ZoomRecordings.recordingsOf(meeting, authorization).forEach(receiving::receive);
            ZoomRecordings.transcriptsOf(meeting, authorization).forEach(receiving::receive);
        } catch (UnreadableList unreadable) {
            log.warn("A meeting in Zoom's list is passed over: {}", unreadable.getMessage());
        }
    }

    @Override
    public void destroy() {
        sweep.close();
    }
}
