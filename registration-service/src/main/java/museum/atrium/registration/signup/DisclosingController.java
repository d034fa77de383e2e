package museum.atrium.registration.signup;

import museum.atrium.registration.pages.PersonalPage;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is held about one's own registration, as a file to take along. */
@PersonalPage
class DisclosingController {

    private final OwnRegistrations own;
    private final Disclosing disclosing;

    DisclosingController(OwnRegistrations own, Disclosing disclosing) {
        this.own = own;
        this.disclosing = disclosing;
    }

    @GetMapping("/api/registrations/{token}/data")
    ResponseEntity<HeldData> data(@PathVariable String token) {
        HeldData data = disclosing.disclose(own.byManageToken(token));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("registration.json")
                                .build()
                                .toString())
                .body(data);
    }
}
