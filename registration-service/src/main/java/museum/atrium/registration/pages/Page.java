package museum.atrium.registration.pages;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import museum.atrium.http.Refusal;
import museum.atrium.registration.programme.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders a personal page. Such a page is kept by nobody, framed by nobody, found by no search engine, and loads nothing. */
@Component
public class Page {

    /** BCP 47; pages and mails are written in these. */
    public static final List<String> LANGUAGES = List.of("en", "fr", "es", "de", "pt", "sl");

    private final ITemplateEngine templates;
    private final Clock clock;

    Page(ITemplateEngine templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    /** When the page is shown. */
    public Instant now() {
        return clock.instant();
    }

    /** @param wanted the reader's language; English where the pages are not written in it */
    public Content of(String template, Locale wanted) {
        return new Content(template, new Context(language(wanted)));
    }

    /** The language itself, or English where nothing is written in it. */
    public Locale language(Locale wanted) {
        return LANGUAGES.contains(wanted.getLanguage()) ? wanted : Locale.ENGLISH;
    }

    public String text(LocalizedText text, String fallback, Locale wanted) {
        return text.in(LanguageRange.parse(wanted.toLanguageTag()), fallback);
    }

    /** What a page shows, and where its forms may lead. */
    public final class Content {

        private final String template;
        private final Context context;
        private String formAction = "'self'";

        private Content(String template, Context context) {
            this.template = template;
            this.context = context;
        }

        public Content with(String name, Object value) {
            context.setVariable(name, value);
            return this;
        }

        public Content formsMayLeadTo(URI other) {
            formAction = "'self' " + other.getScheme() + "://" + other.getAuthority();
            return this;
        }

        /** @param refusal what could not be done, which the page says; null: all is well */
        public ResponseEntity<String> answer(@Nullable Refusal refusal) {
            if (refusal == null) {
                return answer(HttpStatus.OK);
            }
            ResponseEntity<String> answer = answer(refusal.status());
            Duration wait = refusal.retryAfter();
            return wait == null
                    ? answer
                    : ResponseEntity.status(answer.getStatusCode())
                            .headers(answer.getHeaders())
                            .header(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds())))
                            .body(answer.getBody());
        }

        public ResponseEntity<String> answer(HttpStatus status) {
            return ResponseEntity.status(status)
                    .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header("X-Robots-Tag", "noindex")
                    .header("Referrer-Policy", "no-referrer")
                    .header(
                            "Content-Security-Policy",
                            "default-src 'none'; style-src 'self'; form-action " + formAction
                                    + "; base-uri 'none'; frame-ancestors 'none'")
                    .body(templates.process("pages/" + template, context));
        }
    }
}
