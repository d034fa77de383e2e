package museum.atrium.recording.organizers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import museum.atrium.http.account.OrganizerAccount;
import museum.atrium.http.session.OrganizerSessions;
import museum.atrium.pages.Frame;
import museum.atrium.pages.Look;
import museum.atrium.pages.ReaderChoice;
import museum.atrium.pages.ZonedTimes;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands on all of these pages, and the policy of what may run there: our two scripts, by their hashes. */
@Component
class RecordingsPage {

    private final Look look = Look.with();
    private final String script;
    private final String policy;

    RecordingsPage() throws IOException {
        this.script = new ClassPathResource("pages/upload.js").getContentAsString(StandardCharsets.UTF_8);
        this.policy =
                "default-src 'none'; connect-src 'self'; img-src 'self'; style-src '%s'; script-src '%s' '%s'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
                        .formatted(Look.hash(look.style()), Look.hash(look.script()), Look.hash(script));
    }

    void fill(Model page, HttpServletRequest request, HttpServletResponse response) {
        page.addAttribute("look", look);
        page.addAttribute("script", script);
        page.addAttribute("frame", Frame.around(request, language(request)));
        page.addAttribute("proof", OrganizerSessions.proof(request));
        page.addAttribute(
                "account",
                OrganizerAccount.current().map(OrganizerAccount::name).orElse(""));
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** As where the organiser is, or by the clocks of Greenwich where nobody knows. */
    static ZonedTimes times(HttpServletRequest request) {
        ZoneId zone = ReaderChoice.of(request).timeZone();
        return new ZonedTimes(language(request), zone == null ? ZoneOffset.UTC : zone);
    }

    static Locale language(HttpServletRequest request) {
        Locale wanted = request.getLocale();
        return ReaderChoice.LANGUAGES.contains(wanted.getLanguage()) ? wanted : Locale.ENGLISH;
    }
}
