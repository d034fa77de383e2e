package museum.atrium.registration.signup;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Everything that is held here about registrations of any state, by their ids. */
@Component
public class HeldRegistrations {

    private final Registrations registrations;
    private final Disclosing disclosing;

    HeldRegistrations(Registrations registrations, Disclosing disclosing) {
        this.registrations = registrations;
        this.disclosing = disclosing;
    }

    public Optional<HeldData> find(RegistrationId id) {
        return registrations.find(id).map(disclosing::disclose);
    }
}
