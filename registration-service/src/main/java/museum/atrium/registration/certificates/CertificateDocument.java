package museum.atrium.registration.certificates;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import museum.atrium.http.Refusal;
import museum.atrium.pages.PageReader;
import museum.atrium.registration.RegistrationSettings;
import museum.atrium.registration.pages.Page;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** A certificate on paper: a page in the participant's language, as a PDF that screen readers can read too (PDF/UA-1). */
@Component
class CertificateDocument {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(5);

    private final ITemplateEngine templates;
    private final CertificateFonts fonts;
    private final PdfRendering rendering;
    private final Page page;
    private final URI publicUrl;

    /** Drawing is work for a processor: more at once would only take longer, and more memory. */
    private final Semaphore atOnce = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    CertificateDocument(
            ITemplateEngine templates,
            CertificateFonts fonts,
            PdfRendering rendering,
            Page page,
            RegistrationSettings settings) {
        this.templates = templates;
        this.fonts = fonts;
        this.rendering = rendering;
        this.page = page;
        this.publicUrl = settings.publicUrl();
    }

    /**
     * @param wanted the participant's language; English where certificates are not written in it
     * @throws Refusal 503 if too many are being drawn
     */
    byte[] of(CertificateFacts facts, Locale wanted) {
        String document = written(facts, PageReader.language(wanted));
        try {
            if (!atOnce.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Refusal.overloaded(LATER);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.overloaded(LATER);
        }
        try {
            return rendering.pdf(document);
        } finally {
            atOnce.release();
        }
    }

    private String written(CertificateFacts facts, Locale language) {
        DrawnText drawn = new DrawnText(fonts);
        CertificateWords words = drawn.of(CertificateWords.of(facts, language));
        URI address = URI.create(publicUrl + "/certificates/" + facts.code());
        Context context = new Context(language);
        context.setVariable("certificate", words);
        context.setVariable("complete", drawn.isComplete());
        context.setVariable("address", address);
        context.setVariable("qr", QrCode.of(address));
        context.setVariable("serif", fonts.serifFirst());
        context.setVariable("sans", fonts.sansFirst());
        context.setVariable("nameSize", sizeOf(words.name()));
        return templates.process("documents/certificate", context);
    }

    /** The end of the name of a class in the style sheet. */
    private static String sizeOf(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= 40 ? "short" : length <= 120 ? "long" : "longest";
    }
}
