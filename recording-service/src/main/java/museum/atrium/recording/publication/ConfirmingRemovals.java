package museum.atrium.recording.publication;

import museum.atrium.recording.Errand;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
class ConfirmingRemovals implements DisposableBean {

    private final Errand errand;

    ConfirmingRemovals(Removals removals) {
        this.errand = new Errand("removals", removals::confirmGone);
    }

    @Scheduled(fixedDelayString = "${atrium.recordings.sweep-every}")
    void confirm() {
        errand.begin();
    }

    @Override
    public void destroy() {
        errand.close();
    }
}
