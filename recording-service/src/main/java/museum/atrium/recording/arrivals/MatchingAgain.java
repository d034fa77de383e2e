package museum.atrium.recording.arrivals;

import java.util.UUID;
import museum.atrium.recording.Errand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The programme may be told of after its recording, and rooms be named late. */
@Component
class MatchingAgain implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(MatchingAgain.class);
    private static final int SOME = 100;

    private final Arrivals arrivals;
    private final Receiving receiving;
    private final Errand errand = new Errand("matching again", this::matchWhatWaits);

    MatchingAgain(Arrivals arrivals, Receiving receiving) {
        this.arrivals = arrivals;
        this.receiving = receiving;
    }

    @Scheduled(fixedDelayString = "${atrium.arrivals.match-every}")
    void nowAndThen() {
        errand.begin();
    }

    private void matchWhatWaits() {
        arrivals.list("WAITING", SOME).forEach(waiting -> match(waiting.id()));
    }

    /** One that cannot be matched keeps none of the others. */
    private void match(UUID waiting) {
        try {
            receiving.matchAgain(waiting);
        } catch (RuntimeException failure) {
            log.error("What arrived could not be matched, and goes on waiting. {}", waiting, failure);
        }
    }

    @Override
    public void destroy() {
        errand.close();
    }
}
