package museum.atrium.registration.signup;

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

/** One's own registration erased, by call or by the page's button. Its links open nothing from then on. */
@PersonalPage
class ErasingController {

    private final OwnRegistrations own;
    private final Erasing erasing;
    private final Page page;

    ErasingController(OwnRegistrations own, Erasing erasing, Page page) {
        this.own = own;
        this.erasing = erasing;
        this.page = page;
    }

    /** @param erasure by which the organiser finds its report */
    record Answer(ErasureId erasure) {}

    @PostMapping("/api/registrations/{token}/erasure")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ResponseBody
    Answer erase(@PathVariable String token) {
        return new Answer(erasing.erase(own.byManageToken(token)));
    }

    @PostMapping("/registrations/{token}/erasure")
    ResponseEntity<String> eraseOnPage(@PathVariable String token) {
        Registration registration = own.byManageToken(token);
        ErasureId erasure = erasing.erase(registration);
        Locale language = Locale.forLanguageTag(registration.person().language());
        return page.of("erased", language)
                .with("what", "erased.what")
                .with("erasure", erasure.toString())
                .answer(HttpStatus.OK);
    }
}
