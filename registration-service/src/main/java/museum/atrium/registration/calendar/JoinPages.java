package museum.atrium.registration.calendar;

import java.net.URI;
import museum.atrium.links.SignedLink;
import museum.atrium.links.SignedLinks;
import museum.atrium.registration.RegistrationSettings;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.signup.Registration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Where the personal join pages are, as mails name them too. */
@Component
class JoinPages {

    private final RegistrationSettings settings;
    private final SignedLinks joinLinks;

    JoinPages(RegistrationSettings settings, @Qualifier("joinLinks") SignedLinks joinLinks) {
        this.settings = settings;
        this.joinLinks = joinLinks;
    }

    URI of(Registration registration, SessionId session) {
        String token = joinLinks.sign(new SignedLink(registration.id().value(), registration.linkVersion()));
        return URI.create(settings.publicUrl() + "/join/" + token + "/" + session);
    }
}
