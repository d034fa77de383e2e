package museum.atrium.registration.certificates;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.springframework.stereotype.Component;

/** From well-formed HTML to an accessible PDF. Whatever the text names, nothing is loaded but what it carries itself. */
@Component
class PdfRendering {

    private static final int REGULAR = 400;
    private static final String CARRIED_ALONG = "data:image/png;base64,";

    static {
        // It would write what it cannot draw, and that is names.
        XRLog.setLoggingEnabled(false);
    }

    private final CertificateFonts fonts;
    private final FSDefaultCacheStore fontMetrics = new FSDefaultCacheStore();

    PdfRendering(CertificateFonts fonts) {
        this.fonts = fonts;
    }

    byte[] pdf(String html) {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .useFastMode()
                .usePdfUaAccessibility(true)
                .withProducer("Atrium")
                .useCacheStore(CacheStore.PDF_FONT_METRICS, fontMetrics)
                .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                .useUnicodeBidiReorderer(new ICUBidiReorderer())
                .defaultTextDirection(TextDirection.LTR)
                .useUriResolver((base, uri) -> isCarriedAlong(uri) ? uri : null)
                .useExternalResourceAccessControl(
                        (uri, type) -> isCarriedAlong(uri), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (uri, type) -> isCarriedAlong(uri), ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .withHtmlContent(html, null);
        for (CertificateFont font : fonts.all()) {
            builder.useFont(font::open, font.family(), REGULAR, FontStyle.NORMAL, true);
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            describeLinks(document);
            document.save(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException("a document is drawn in memory", e);
        }
        return pdf.toByteArray();
    }

    /** PDF/UA asks for a text beside each link, which the renderer leaves out. */
    private static void describeLinks(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI action) {
                    link.setContents(action.getURI());
                }
            }
        }
    }

    private static boolean isCarriedAlong(String uri) {
        return uri.startsWith(CARRIED_ALONG);
    }
}
