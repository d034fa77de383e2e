package museum.atrium.registration.certificates;

import java.util.Locale;
import museum.atrium.http.Refusal;
import museum.atrium.registration.checking.ReaderLanguages;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.signup.OwnRegistrations;
import museum.atrium.registration.signup.Registration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** One's own certificate as a document, and anybody's by its code. */
@RestController
class CertificateController {

    private static final String ROBOTS = "X-Robots-Tag";

    private final OwnRegistrations own;
    private final ShowingCertificates showing;
    private final CertificateDocument document;

    CertificateController(OwnRegistrations own, ShowingCertificates showing, CertificateDocument document) {
        this.own = own;
        this.showing = showing;
        this.document = document;
    }

    @GetMapping("/api/registrations/{token}/certificate.pdf")
    ResponseEntity<byte[]> download(@PathVariable String token) {
        Registration registration = own.byManageToken(token);
        Activity activity = own.activityOf(registration);
        CertificateFacts facts = showing.own(registration, activity);
        Locale language = Locale.forLanguageTag(registration.person().language());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(ROBOTS, "noindex")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(activity.slug() + "-certificate.pdf")
                                .build()
                                .toString())
                .body(document.of(facts, language));
    }

    @GetMapping("/api/certificates/{code}")
    ResponseEntity<CertificateFacts> check(
            @PathVariable String code,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        return showing.byCode(code, ReaderLanguages.of(languages))
                .map(facts -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                        .header(ROBOTS, "noindex")
                        .body(facts))
                .orElseThrow(() -> Refusal.notFound("There is no certificate with this code."));
    }
}
