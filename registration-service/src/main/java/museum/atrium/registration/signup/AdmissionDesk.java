package museum.atrium.registration.signup;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import museum.atrium.registration.Ids;
import org.springframework.stereotype.Component;

/** Opens a batch: all its wishes come at the same instant, one after the other. */
@Component
class AdmissionDesk {

    private final Clock clock;
    private final Ids ids;

    AdmissionDesk(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    AdmissionBatch open(List<Registration> known) {
        return new AdmissionBatch(known, ids, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
