package museum.atrium.notification.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import museum.atrium.http.account.OrganizerAccount;
import museum.atrium.http.session.OrganizerSessions;
import museum.atrium.pages.Frame;
import museum.atrium.pages.Look;
import museum.atrium.pages.ReaderChoice;
import museum.atrium.pages.ZonedTimes;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes the organisers' pages on mails, in the language of their browser, with times as where they are. */
@Component
class MailPage {

    private static final Look LOOK = Look.with();
    private static final String POLICY =
            "default-src 'none'; style-src '%s'; script-src '%s'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
                    .formatted(Look.hash(LOOK.style()), Look.hash(LOOK.script()));

    private final ITemplateEngine templates;

    MailPage(ITemplateEngine templates) {
        this.templates = templates;
    }

    Context of(HttpServletRequest request) {
        Locale wanted = request.getLocale();
        Locale language = ReaderChoice.LANGUAGES.contains(wanted.getLanguage()) ? wanted : Locale.ENGLISH;
        Context context = new Context(language);
        context.setVariable("look", LOOK);
        context.setVariable("frame", Frame.around(request, language));
        context.setVariable("proof", OrganizerSessions.proof(request));
        context.setVariable(
                "account",
                OrganizerAccount.current().map(OrganizerAccount::name).orElse(""));
        return context;
    }

    /** Where nobody knows where the reader is, by the clocks of Greenwich. */
    static ZonedTimes times(HttpServletRequest request, Context page) {
        ZoneId zone = ReaderChoice.of(request).timeZone();
        return new ZonedTimes(page.getLocale(), zone == null ? ZoneOffset.UTC : zone);
    }

    ResponseEntity<String> answer(String template, Context page, HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", POLICY)
                .body(Objects.requireNonNull(templates.process("organizer/" + template, page)));
    }
}
