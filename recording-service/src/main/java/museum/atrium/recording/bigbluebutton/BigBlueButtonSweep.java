package museum.atrium.recording.bigbluebutton;

import museum.atrium.recording.arrivals.Receiving;
import museum.atrium.recording.arrivals.Sweep;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes what is new in BigBlueButton's list, now and then and when one is said to be ready. */
@Component
class BigBlueButtonSweep implements DisposableBean {

    private final BigBlueButtonSettings settings;
    private final Sweep sweep;

    BigBlueButtonSweep(BigBlueButtonSettings settings, RecordingsList list, Receiving receiving) {
        this.settings = settings;
        this.sweep = new Sweep("BigBlueButton", () -> list.published().forEach(receiving::receive));
    }

    @Scheduled(fixedDelayString = "${atrium.bigbluebutton.sweep-every}")
    void nowAndThen() {
        if (settings.isConnected()) {
            soon();
        }
    }

    void soon() {
        sweep.soon();
    }

    @Override
    public void destroy() {
        sweep.close();
    }
}
