package museum.atrium.registration.signup;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import museum.atrium.registration.Ids;
import museum.atrium.registration.programme.ActivityId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in what is to be decided. All wishes of a batch come at the same instant, one after the other. */
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

    /** @param known what there is of that address already; null: nothing */
    Registration ask(ActivityId activity, @Nullable Registration known, Choice choice, Takeover takeover) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Registration asked = known == null
                ? Registration.asked(new RegistrationId(ids.next()), activity, choice, null, now)
                : known.again(choice, null, now);
        return asked.awaiting(takeover, now.plus(settings.optInExpiry()));
    }

    AdmissionBatch open(List<Registration> known, List<Party> parties, Collection<Seating> seatings) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new AdmissionBatch(
                known, codes.of(parties, seatings), ids, new AdmissionBatch.Moment(now, settings.optInExpiry()));
    }
}
