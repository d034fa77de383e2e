package museum.atrium.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import museum.atrium.http.Refusal;
import museum.atrium.http.RefusalPages;
import museum.atrium.http.account.OrganizerAccount;
import museum.atrium.http.session.OrganizerSessions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes pages for organisers from the templates in {@code organizer}, in the language of their browser; nobody keeps these pages. */
public final class OrganizerPages implements RefusalPages {

    private final ITemplateEngine templates;
    private final Look look = Look.with();
    private final @Nullable String script;
    private final String policy;

    /** @param script resource of the class path, which a page writes out as {@code ${script}}; null: pages have none of their own */
    public OrganizerPages(ITemplateEngine templates, @Nullable String script) {
        this.templates = templates;
        this.script = script == null ? null : Look.read(script);
        String own = this.script == null ? "" : " '" + Look.hash(this.script) + "'; connect-src 'self'";
        this.policy =
                "default-src 'none'; style-src '%s'; script-src '%s'%s; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
                        .formatted(Look.hash(look.style()), Look.hash(look.script()), own);
    }

    /** What stands on all of them; a form on them proves that it was shown to whoever sends it. */
    public Context of(HttpServletRequest request) {
        PageReader reader = PageReader.of(request);
        Context context = new Context(reader.language());
        context.setVariable("look", look);
        context.setVariable("script", script);
        context.setVariable("frame", Frame.around(request, reader.language()));
        context.setVariable("proof", OrganizerSessions.proof(request));
        context.setVariable(
                "account",
                OrganizerAccount.current().map(OrganizerAccount::name).orElse(""));
        return context;
    }

    /** A page that says nothing but why something is not possible. */
    @Override
    public ResponseEntity<String> refused(Refusal refusal, HttpServletRequest request) {
        return answer("refused", of(request), refusal);
    }

    /** @param refusal what was not possible, which the page says; null: all is well */
    public ResponseEntity<String> answer(String template, Context page, @Nullable Refusal refusal) {
        page.setVariable("refusal", refusal);
        Duration wait = refusal == null ? null : refusal.retryAfter();
        return ResponseEntity.status(refusal == null ? HttpStatus.OK : refusal.status())
                .headers(headers -> {
                    if (wait != null) {
                        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds())));
                    }
                })
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", policy)
                .body(Objects.requireNonNull(templates.process("organizer/" + template, page)));
    }
}
