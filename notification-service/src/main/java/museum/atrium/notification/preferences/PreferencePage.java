package museum.atrium.notification.preferences;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import museum.atrium.notification.composing.Topic;
import museum.atrium.notification.composing.Translation;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes the page. It loads nothing; its style stands in it, and the policy names that by its hash, so that nothing else
 * that is written there counts.
 */
@Component
class PreferencePage {

    private static final Set<String> LANGUAGES = Set.of("en", "fr", "es", "de", "pt", "sl");

    /** What has just been done. */
    enum Done {
        NOTHING,
        STOPPED,
        CHOSEN
    }

    private final TemplateEngine templates = engine();
    private final String style;
    private final String policy;

    PreferencePage() throws IOException, NoSuchAlgorithmException {
        style = new ClassPathResource("pages/unsubscribe.css").getContentAsString(UTF_8);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(UTF_8));
        policy =
                "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
                        .formatted(Base64.getEncoder().encodeToString(hash));
    }

    private static TemplateEngine engine() {
        // Messages stand beside the template, a file for each language.
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(PreferencePage.class.getClassLoader());
        resolver.setPrefix("pages/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(UTF_8.name());
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    /** @param asked what the link that was opened stops */
    ResponseEntity<String> of(Reader reader, Topic asked, Done done, Locale browser) {
        Locale language = language(Optional.ofNullable(reader.language()), browser);
        Context context = new Context(language);
        Translation title = Translation.of(reader.title(), language, reader.own());
        context.setVariable("title", title == null ? "" : title.text());
        context.setVariable("reader", reader);
        context.setVariable("asked", asked);
        context.setVariable("done", done.name());
        return answer(HttpStatus.OK, "choice", context);
    }

    /** Whose registration was erased gets nothing any more. */
    ResponseEntity<String> nothingLeft(Locale browser) {
        return answer(HttpStatus.OK, "gone", new Context(language(Optional.empty(), browser)));
    }

    ResponseEntity<String> unknown(Locale browser) {
        return answer(HttpStatus.NOT_FOUND, "unknown", new Context(language(Optional.empty(), browser)));
    }

    private static Locale language(Optional<String> ofMails, Locale browser) {
        return Stream.concat(ofMails.map(Locale::forLanguageTag).stream(), Stream.of(browser))
                .filter(language -> LANGUAGES.contains(language.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private ResponseEntity<String> answer(HttpStatus status, String state, Context context) {
        context.setVariable("style", style);
        context.setVariable("state", state);
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", policy)
                .body(Objects.requireNonNull(templates.process("unsubscribe", context)));
    }
}
