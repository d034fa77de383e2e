package museum.atrium.registration.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Set;
import museum.atrium.http.Refusal;
import museum.atrium.http.account.OrganizerAccount;
import museum.atrium.http.session.OrganizerSessions;
import museum.atrium.pages.Frame;
import museum.atrium.pages.Look;
import museum.atrium.pages.PageReader;
import museum.atrium.pages.ReaderChoice;
import museum.atrium.registration.pictures.Pictures;
import museum.atrium.registration.programme.LocalizedText;
import museum.atrium.registration.programme.Picture;
import museum.atrium.registration.programme.RunningNetwork;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
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
 * for pictures that we keep; an open one may be found, and kept for a moment.
 */
@Component
public class Page {

    /** BCP 47; pages and mails are written in these. */
    public static final List<String> LANGUAGES = ReaderChoice.LANGUAGES;

    private static final Look LOOK = Look.with();
    private static final String STYLE_AND_SCRIPT =
            "style-src '%s'; script-src '%s'".formatted(Look.hash(LOOK.style()), Look.hash(LOOK.script()));

    /** What stands before a field of an organisers' form, as a message, by the name that a program gives the field. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("title", "organizer.title"),
            Map.entry("summary", "organizer.edit.summary"),
            Map.entry("slug", "organizer.edit.slug"),
            Map.entry("language", "organizer.edit.language"),
            Map.entry("network", "organizer.edit.network"),
            Map.entry("series", "organizer.edit.series"),
            Map.entry("capacity", "organizer.edit.places"),
            Map.entry("reminders", "organizer.edit.distances"),
            Map.entry("speakers", "organizer.edit.persons"),
            Map.entry("organizations", "organizer.edit.organizations"),
            Map.entry("cover.url", "organizer.cover"),
            Map.entry("cover.alt", "organizer.edit.alt"),
            Map.entry("certificate", "organizer.certificate"),
            Map.entry("certificates.minimumPercent", "organizer.certificate"),
            Map.entry("startsAt", "organizer.session.starts"),
            Map.entry("endsAt", "organizer.session.ends"),
            Map.entry("timeZone", "organizer.session.timeZone"),
            Map.entry("joinUrl", "organizer.session.joinUrl"),
            Map.entry("hostUrl", "organizer.session.hostUrl"),
            Map.entry("subject", "organizer.message.subject"),
            Map.entry("text", "organizer.message.text"),
            Map.entry("reason", "organizer.cancel.reason.short"),
            Map.entry("registrationOpensAt", "organizer.edit.opening"),
            Map.entry("registrationClosesAt", "organizer.edit.closing"),
            Map.entry("questions", "organizer.questions.label"),
            Map.entry("q", "organizer.questions.label"),
            Map.entry("body", "organizer.import.table"));

    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

    private final ITemplateEngine templates;
    private final Clock clock;
    private final HttpServletRequest request;
    private final Pictures pictures;

    /** @param request the one that is being answered, whichever it is */
    Page(ITemplateEngine templates, Clock clock, HttpServletRequest request, Pictures pictures) {
        this.templates = templates;
        this.clock = clock;
        this.request = request;
        this.pictures = pictures;
    }

    /**
     * A picture as a page shows it.
     *
     * @param path below this origin
     * @param alt what it shows
     */
    public record Shown(String path, Told alt) {}

    /** When the page is shown. */
    public Instant now() {
        return clock.instant();
    }

    /** @param wanted the reader's language; English where the pages are not written in it */
    public Content of(String template, Locale wanted) {
        Locale language = PageReader.language(wanted);
        return new Content(template, new Context(language))
                .with("look", LOOK)
                .with("frame", Frame.around(request, language));
    }

    /** A page for whoever is signed in; its forms prove that it was shown to them. */
    public Content forOrganizers(String template) {
        return of(template, request.getLocale())
                .with("proof", OrganizerSessions.proof(request))
                .with(
                        "account",
                        OrganizerAccount.current().map(OrganizerAccount::name).orElse(""))
                .with("labels", LABELS)
                .with("times", reader().times());
    }

    /** Who is answered. */
    public PageReader reader() {
        return PageReader.of(request);
    }

    /**
     * The language of a page that is somebody's own: the one that they have chosen in their browser, or else the one that they
     * asked to be written to in.
     *
     * @param ofMails BCP 47
     */
    public Locale languageOf(String ofMails) {
        Locale chosen = ReaderChoice.of(request).language();
        return chosen == null ? Locale.forLanguageTag(ofMails) : chosen;
    }

    public String text(LocalizedText text, String fallback, Locale wanted) {
        return text.in(LanguageRange.parse(wanted.toLanguageTag()), fallback);
    }

    /** Null: there is none, or we do not have it yet. */
    public @Nullable Shown shown(@Nullable Picture picture, String fallback, Locale wanted) {
        return picture == null
                ? null
                : pictures.path(picture)
                        .map(path -> new Shown(path, Told.of(picture.alt(), fallback, wanted)))
                        .orElse(null);
    }

    /** What a page shows, and where its forms may lead. */
    public final class Content {

        private final String template;
        private final Context context;
        private final Set<String> formActions = new LinkedHashSet<>(List.of("'self'"));
        private final StringBuilder scripts = new StringBuilder();
        private String framedBy = "'none'";

        private Content(String template, Context context) {
            this.template = template;
            this.context = context;
        }

        public Content with(String name, Object value) {
            context.setVariable(name, value);
            return this;
        }

        /** @param resource of the class path; the page writes it out as {@code ${script}}, and nothing else runs there */
        public Content script(String resource) {
            try {
                String script = new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
                scripts.append(" '").append(Look.hash(script)).append("'");
                return with("script", script);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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
            return picture("logo", network.logo(), network.language()).with("network", network);
        }

        /** @param fallback BCP 47; the language of what has the picture */
        public Content picture(String name, @Nullable Picture picture, String fallback) {
            Shown shown = shown(picture, fallback, context.getLocale());
            return shown == null ? this : with(name, shown);
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
                    .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE));
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
            return answer.contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                    .header("Referrer-Policy", "no-referrer")
                    .header(
                            "Content-Security-Policy",
                            "default-src 'none'; " + STYLE_AND_SCRIPT + scripts + "; img-src 'self'; form-action "
                                    + String.join(" ", formActions)
                                    + "; base-uri 'none'; frame-ancestors " + framedBy)
                    .body(templates.process("pages/" + template, context));
        }
    }
}
