package museum.atrium.recording.arrivals;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The programme may be told of after its recording, and rooms be named late. */
@Component
class MatchingAgain {

    private static final int SOME = 100;

    private final Arrivals arrivals;
    private final Receiving receiving;

    MatchingAgain(Arrivals arrivals, Receiving receiving) {
        this.arrivals = arrivals;
        this.receiving = receiving;
    }

    @Scheduled(fixedDelayString = "${atrium.arrivals.match-every}")
    void matchWhatWaits() {
        arrivals.list("WAITING", SOME).forEach(waiting -> receiving.matchAgain(waiting.id()));
    }
}
