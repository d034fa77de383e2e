package museum.atrium.registration.signup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import museum.atrium.http.Refusal;
import museum.atrium.registration.programme.ActivityId;
import org.springframework.stereotype.Component;

/** The organiser's yes or no to several at once: each is decided by itself, and those that cannot be are named. */
@Component
public class DecidingAtOnce {

    private final Registrations registrations;
    private final Deciding deciding;

    DecidingAtOnce(Registrations registrations, Deciding deciding) {
        this.registrations = registrations;
        this.deciding = deciding;
    }

    /** What can be decided. */
    public enum Decision {
        APPROVE,
        DECLINE,
        CANCEL
    }

    /** @param refused in the words of their refusals */
    public record Outcome(int decided, List<String> refused) {}

    /** @param ids of registrations for that activity; others are not there */
    public Outcome decide(ActivityId activity, Collection<RegistrationId> ids, Decision decision) {
        int decided = 0;
        List<String> refused = new ArrayList<>();
        for (RegistrationId id : ids) {
            try {
                decide(found(activity, id), decision);
                decided++;
            } catch (Refusal refusal) {
                refused.add(refusal.getMessage());
            }
        }
        return new Outcome(decided, List.copyOf(refused));
    }

    private void decide(Registration registration, Decision decision) {
        switch (decision) {
            case APPROVE -> deciding.approve(registration);
            case DECLINE -> deciding.decline(registration);
            case CANCEL -> deciding.cancel(registration);
        }
    }

    private Registration found(ActivityId activity, RegistrationId id) {
        return registrations
                .find(id)
                .filter(registration -> registration.activity().equals(activity))
                .orElseThrow(() -> Refusal.notFound("There is no registration " + id + " for this activity."));
    }
}
