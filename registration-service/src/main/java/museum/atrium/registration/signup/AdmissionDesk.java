package museum.atrium.registration.signup;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import museum.atrium.registration.Ids;
import org.springframework.stereotype.Component;

/** Opens a batch: all its wishes come at the same instant, one after the other. */
@Component
class AdmissionDesk {

    private final Clock clock;
    private final Ids ids;
    private final AdmissionSettings settings;
    private final InvitationCodes codes;

    AdmissionDesk(Clock clock, Ids ids, AdmissionSettings settings, InvitationCodes codes) {
        this.clock = clock;
        this.ids = ids;
        this.settings = settings;
        this.codes = codes;
    }

    AdmissionBatch open(List<Registration> known, List<Party> parties, Collection<Seating> seatings) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new AdmissionBatch(
                known, codes.of(parties, seatings), ids, new AdmissionBatch.Moment(now, settings.optInExpiry()));
    }
}
