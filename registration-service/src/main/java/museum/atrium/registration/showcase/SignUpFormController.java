package museum.atrium.registration.showcase;

import jakarta.servlet.http.HttpServletRequest;
import museum.atrium.http.Refusal;
import museum.atrium.registration.pages.OpenPage;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.signup.FormSignUps;
import museum.atrium.registration.signup.RegistrationStatus;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes what the form on an activity's page sends. Nobody is signed in, so there is nothing for another site's form to abuse. */
@OpenPage
class SignUpFormController {

    private final Published published;
    private final SignUpPage signUpPage;
    private final FormSignUps signUps;
    private final Page page;

    SignUpFormController(Published published, SignUpPage signUpPage, FormSignUps signUps, Page page) {
        this.published = published;
        this.signUpPage = signUpPage;
        this.signUps = signUps;
        this.page = page;
    }

    @PostMapping(path = "/programme/{slug}/registrations", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> signUp(
            @PathVariable String slug, @RequestParam MultiValueMap<String, String> fields, HttpServletRequest call) {
        Reader reader = Reader.of(fields.getFirst("lang"), call);
        Activity activity = published.existing(slug);
        RegistrationStatus status;
        try {
            status = signUps.signUp(activity, fields, reader.wording(), call);
        } catch (Refusal refusal) {
            return signUpPage.refused(activity, reader, fields, refusal).answer(refusal);
        }
        return page.of("signed-up", reader.wording())
                .with("title", reader.told(activity.title(), activity.language()))
                .with("status", status.name())
                .with("back", "/programme/" + slug)
                .with("of", "signup")
                .heldBy(activity.network())
                .answer(HttpStatus.OK);
    }
}
