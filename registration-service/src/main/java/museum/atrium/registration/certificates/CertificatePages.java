package museum.atrium.registration.certificates;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import museum.atrium.pages.PageReader;
import museum.atrium.registration.pages.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the QR code leads: whoever is shown a certificate sees whether it is genuine. Nobody signs in. */
@Controller
@RequestMapping("/certificates")
class CertificatePages {

    private final ShowingCertificates showing;
    private final Page page;

    CertificatePages(ShowingCertificates showing, Page page) {
        this.showing = showing;
        this.page = page;
    }

    /** @param code as somebody typed it; without one the form that asks for it */
    @GetMapping
    ResponseEntity<String> ask(@RequestParam(required = false) @Nullable String code, HttpServletRequest request) {
        if (code == null || code.isBlank()) {
            return form("", request, HttpStatus.OK);
        }
        return CertificateCode.parse(code)
                .map(parsed -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/certificates/" + parsed))
                        .<String>build())
                .orElseGet(() -> form("unknown", request, HttpStatus.NOT_FOUND));
    }

    @GetMapping("/{code}")
    ResponseEntity<String> check(@PathVariable String code, HttpServletRequest request) {
        Locale language = request.getLocale();
        List<LanguageRange> wanted = LanguageRange.parse(language.toLanguageTag());
        Optional<CertificateFacts> facts = showing.byCode(code, wanted);
        return facts.map(found -> page.of("certificate", language)
                        .heldBy(showing.networkOf(found))
                        .with("certificate", CertificateWords.of(found, PageReader.language(language)))
                        .answer(HttpStatus.OK))
                .orElseGet(() -> form("unknown", request, HttpStatus.NOT_FOUND));
    }

    private ResponseEntity<String> form(String problem, HttpServletRequest request, HttpStatus status) {
        return page.of("certificates", request.getLocale())
                .with("problem", problem)
                .answer(status);
    }
}
