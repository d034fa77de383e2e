package museum.atrium.registration.pages;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Set;
import museum.atrium.http.Refusal;
import museum.atrium.registration.programme.LocalizedText;
import museum.atrium.registration.programme.Picture;
import museum.atrium.registration.programme.RunningNetwork;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Renders a page. A personal page is kept by nobody, framed by nobody, found by no search engine, and loads nothing, but
 * for a picture that it names; an open one may be found, and kept for a moment.
 */
@Component
public class Page {

    /** BCP 47; pages and mails are written in these. */
    public static final List<String> LANGUAGES = List.of("en", "fr", "es", "de", "pt", "sl");

    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

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

    public Told told(LocalizedText text, String fallback, Locale wanted) {
        List<LanguageRange> languages = LanguageRange.parse(wanted.toLanguageTag());
        return new Told(text.in(languages, fallback), text.languageFor(languages, fallback));
    }

    /** What a page shows, and where its forms may lead. */
    public final class Content {

        private final String template;
        private final Context context;
        private final Set<String> formActions = new LinkedHashSet<>(List.of("'self'"));
        private final Set<String> pictures = new LinkedHashSet<>();
        private String framedBy = "'none'";

        private Content(String template, Context context) {
            this.template = template;
            this.context = context;
        }

        public Content with(String name, Object value) {
            context.setVariable(name, value);
            return this;
        }

        public Content formsMayLeadTo(URI other) {
            formActions.add(other.getScheme() + "://" + other.getAuthority());
            return this;
        }

        /** In whose name it is held what the page is about; the page says so where it begins and where it ends. */
        public Content heldBy(@Nullable RunningNetwork network) {
            if (network == null) {
                return this;
            }
            Picture logo = network.logo();
            if (logo != null) {
                with("logoAlt", told(logo.alt(), network.language(), context.getLocale()));
                showing(logo.url());
            }
            return with("network", network);
        }

        /** A picture from elsewhere, the one thing that a page may load from there. */
        public Content showing(URI picture) {
            String port = picture.getPort() < 0 ? "" : ":" + picture.getPort();
            pictures.add(picture.getScheme() + "://" + picture.getHost() + port);
            return this;
        }

        /** Other sites may show it inside their own pages. */
        public Content framedByAnyone() {
            framedBy = "*";
            return this;
        }

        /** As everyone gets it, whoever they are: a page that may be found and, for a moment, kept. */
        public ResponseEntity<String> openAnswer() {
            return html(ResponseEntity.ok()
                    .cacheControl(CacheControl.maxAge(KEPT_FOR).cachePublic())
                    .varyBy(HttpHeaders.ACCEPT_LANGUAGE));
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
            return html(ResponseEntity.status(status)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header("X-Robots-Tag", "noindex"));
        }

        private ResponseEntity<String> html(ResponseEntity.BodyBuilder answer) {
            String shown = pictures.isEmpty() ? "" : "; img-src " + String.join(" ", pictures);
            return answer.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                    .header("Referrer-Policy", "no-referrer")
                    .header(
                            "Content-Security-Policy",
                            "default-src 'none'; style-src 'self'" + shown + "; form-action "
                                    + String.join(" ", formActions)
                                    + "; base-uri 'none'; frame-ancestors " + framedBy)
                    .body(templates.process("pages/" + template, context));
        }
    }
}
