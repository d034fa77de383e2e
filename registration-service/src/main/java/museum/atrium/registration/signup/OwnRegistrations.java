package museum.atrium.registration.signup;

import java.time.Instant;
import java.util.Optional;
import museum.atrium.http.Refusal;
import museum.atrium.links.SignedLink;
import museum.atrium.links.SignedLinks;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.PersonalDataSettings;
import museum.atrium.registration.programme.SessionId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Opens the personal links that mails carry. A link whose version is not the registration's opens nothing. */
@Component
public class OwnRegistrations {

    private final Registrations registrations;
    private final Activities activities;
    private final SignedLinks manageLinks;
    private final SignedLinks joinLinks;
    private final PersonalDataSettings personalData;

    OwnRegistrations(
            Registrations registrations,
            Activities activities,
            @Qualifier("manageLinks") SignedLinks manageLinks,
            @Qualifier("joinLinks") SignedLinks joinLinks,
            PersonalDataSettings personalData) {
        this.registrations = registrations;
        this.activities = activities;
        this.manageLinks = manageLinks;
        this.joinLinks = joinLinks;
        this.personalData = personalData;
    }

    /** @throws Refusal 404, whatever it is that makes the token worthless */
    public Registration byManageToken(String token) {
        return open(manageLinks, token);
    }

    /** @throws Refusal 404, whatever it is that makes the token worthless */
    public Registration byJoinToken(String token) {
        return open(joinLinks, token);
    }

    /** The page before a session's room, below this origin, as mails link it too. */
    public String joinPath(Registration registration, SessionId session) {
        String token = joinLinks.sign(new SignedLink(registration.id().value(), registration.linkVersion()));
        return "/join/" + token + "/" + session;
    }

    public Activity activityOf(Registration registration) {
        return activities.find(registration.activity()).orElseThrow();
    }

    /** From when on all of it goes by itself; empty: that is not known, or it is kept. */
    Optional<Instant> keptUntil(Activity activity) {
        return personalData.endOf(activity);
    }

    private Registration open(SignedLinks links, String token) {
        Optional<SignedLink> link = links.open(token);
        return link.flatMap(opened -> registrations.find(new RegistrationId(opened.subject())))
                .filter(registration -> registration.linkVersion() == link.get().version())
                .orElseThrow(() -> Refusal.notFound(
                        "This link is not valid. Open it from the newest mail that you got, as a whole."));
    }
}
