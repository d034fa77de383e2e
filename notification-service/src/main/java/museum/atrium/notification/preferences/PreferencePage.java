package museum.atrium.notification.preferences;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import museum.atrium.notification.composing.Topic;
import museum.atrium.notification.composing.Translation;
import museum.atrium.pages.Frame;
import museum.atrium.pages.Look;
import museum.atrium.pages.ReaderChoice;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes the page. It loads nothing; its style stands in it. */
@Component
class PreferencePage {

    /** What has just been done. */
    enum Done {
        NOTHING,
        STOPPED,
        CHOSEN
    }

    private static final Look LOOK = Look.with();
    private static final String POLICY =
            "default-src 'none'; style-src '%s'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
                    .formatted(Look.hash(LOOK.style()));

    private final ITemplateEngine templates;

    PreferencePage(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** @param asked what the link that was opened stops */
    ResponseEntity<String> of(Reader reader, Topic asked, Done done, HttpServletRequest request) {
        Locale language = language(Optional.ofNullable(reader.language()), request);
        Context context = new Context(language);
        Translation title = Translation.of(reader.title(), language, reader.own());
        context.setVariable("title", title == null ? "" : title.text());
        context.setVariable("reader", reader);
        context.setVariable("asked", asked);
        context.setVariable("done", done.name());
        return answer(HttpStatus.OK, "choice", context, request);
    }

    /** Whose registration was erased gets nothing any more. */
    ResponseEntity<String> nothingLeft(HttpServletRequest request) {
        return answer(HttpStatus.OK, "gone", new Context(language(Optional.empty(), request)), request);
    }

    ResponseEntity<String> unknown(HttpServletRequest request) {
        return answer(HttpStatus.NOT_FOUND, "unknown", new Context(language(Optional.empty(), request)), request);
    }

    /** The one that was chosen in the browser, else that of the reader's mails. */
    private static Locale language(Optional<String> ofMails, HttpServletRequest request) {
        return Stream.of(
                        Optional.ofNullable(ReaderChoice.of(request).language()),
                        ofMails.map(Locale::forLanguageTag),
                        Optional.of(request.getLocale()))
                .flatMap(Optional::stream)
                .filter(language -> ReaderChoice.LANGUAGES.contains(language.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private ResponseEntity<String> answer(
            HttpStatus status, String state, Context context, HttpServletRequest request) {
        context.setVariable("look", LOOK);
        context.setVariable("frame", Frame.around(request, context.getLocale()));
        context.setVariable("state", state);
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", POLICY)
                .body(Objects.requireNonNull(templates.process("unsubscribe", context)));
    }
}
