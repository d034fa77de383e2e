package museum.atrium.registration.calendar;

import java.net.URI;
import museum.atrium.registration.RegistrationSettings;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.signup.OwnRegistrations;
import museum.atrium.registration.signup.Registration;
import org.springframework.stereotype.Component;

/** Where the personal join pages are, as mails name them too. */
@Component
class JoinPages {

    private final RegistrationSettings settings;
    private final OwnRegistrations own;

    JoinPages(RegistrationSettings settings, OwnRegistrations own) {
        this.settings = settings;
        this.own = own;
    }

    URI of(Registration registration, SessionId session) {
        return URI.create(settings.publicUrl() + own.joinPath(registration, session));
    }
}
