package museum.atrium.registration.privacy;

import museum.atrium.registration.erasure.AcceptedErasure;
import museum.atrium.registration.erasure.ErasureId;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.pages.PersonalPage;
import museum.atrium.registration.signup.Erasing;
import museum.atrium.registration.signup.OwnRegistrations;
import museum.atrium.registration.signup.Registration;
import museum.atrium.registration.speakers.ErasingSpeakers;
import museum.atrium.registration.speakers.OwnInvitations;
import museum.atrium.registration.speakers.SpeakerInvitation;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * One's own registration, or one's own invitation to speak, erased by call or by the page's button. Its links open nothing from
 * then on.
 */
@PersonalPage
class ErasingOwnController {

    private final OwnRegistrations registrations;
    private final OwnInvitations invitations;
    private final Erasing erasing;
    private final ErasingSpeakers erasingSpeakers;
    private final Page page;

    ErasingOwnController(
            OwnRegistrations registrations,
            OwnInvitations invitations,
            Erasing erasing,
            ErasingSpeakers erasingSpeakers,
            Page page) {
        this.registrations = registrations;
        this.invitations = invitations;
        this.erasing = erasing;
        this.erasingSpeakers = erasingSpeakers;
        this.page = page;
    }

    @PostMapping("/api/registrations/{token}/erasure")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ResponseBody
    AcceptedErasure erase(@PathVariable String token) {
        return new AcceptedErasure(erasing.erase(registrations.byManageToken(token)));
    }

    @PostMapping("/api/speakers/{token}/erasure")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ResponseBody
    AcceptedErasure eraseInvitation(@PathVariable String token) {
        return new AcceptedErasure(erasingSpeakers.erase(invitations.byToken(token)));
    }

    @PostMapping("/registrations/{token}/erasure")
    ResponseEntity<String> eraseOnPage(@PathVariable String token) {
        Registration own = registrations.byManageToken(token);
        return gone("erased.what", own.person().language(), erasing.erase(own));
    }

    @PostMapping("/speaking/{token}/erasure")
    ResponseEntity<String> eraseInvitationOnPage(@PathVariable String token) {
        SpeakerInvitation own = invitations.byToken(token);
        return gone("speaking.erased", own.invitee().language(), erasingSpeakers.erase(own));
    }

    private ResponseEntity<String> gone(String what, String language, ErasureId erasure) {
        return page.of("erased", page.languageOf(language))
                .with("what", what)
                .with("erasure", erasure.toString())
                .answer(HttpStatus.OK);
    }
}
