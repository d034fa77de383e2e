package museum.atrium.registration.speakers;

import java.util.Locale;
import museum.atrium.registration.erasure.ErasureId;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.pages.PersonalPage;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** One's own invitation to speak erased, by call or by the page's button. Its links open nothing from then on. */
@PersonalPage
class ErasingSpeakersController {

    private final OwnInvitations own;
    private final ErasingSpeakers erasing;
    private final Page page;

    ErasingSpeakersController(OwnInvitations own, ErasingSpeakers erasing, Page page) {
        this.own = own;
        this.erasing = erasing;
        this.page = page;
    }

    /** @param erasure by which the organiser finds its report */
    record Answer(ErasureId erasure) {}

    @PostMapping("/api/speakers/{token}/erasure")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ResponseBody
    Answer erase(@PathVariable String token) {
        return new Answer(erasing.erase(own.byToken(token)));
    }

    @PostMapping("/speaking/{token}/erasure")
    ResponseEntity<String> eraseOnPage(@PathVariable String token) {
        SpeakerInvitation invitation = own.byToken(token);
        ErasureId erasure = erasing.erase(invitation);
        return page.of("erased", Locale.forLanguageTag(invitation.invitee().language()))
                .with("what", "speaking.erased")
                .with("erasure", erasure.toString())
                .answer(HttpStatus.OK);
    }
}
