package museum.atrium.notification.composing;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/**
 * Turns a page into the HTML and the text part. The templates in {@code src/main/mail} are Java by the time they are called:
 * what they ask of a page the compiler has checked, and they cost a mail next to nothing (docs/decisions).
 */
@SuppressWarnings("NullAway") // A template may be rendered without an interceptor.
final class Rendering {

    private Rendering() {}

    /** In UTF-8. */
    static byte[] html(Page page) {
        Utf8ByteOutput written = new Utf8ByteOutput();
        JteletterGenerated.render(new OwaspHtmlTemplateOutput(written), null, page);
        return written.toByteArray();
    }

    /** In UTF-8. */
    static byte[] text(Page page) {
        StringOutput written = new StringOutput();
        JtetextGenerated.render(written, null, page);
        return withSingleBlankLines(written.toString()).getBytes(StandardCharsets.UTF_8);
    }

    /** What a template leaves out leaves blank lines behind. */
    private static String withSingleBlankLines(String written) {
        StringBuilder text = new StringBuilder(written.length());
        boolean blank = false;
        for (Iterator<String> lines = written.lines().map(String::strip).iterator(); lines.hasNext(); ) {
            String line = lines.next();
            if (line.isEmpty()) {
                blank = !text.isEmpty();
            } else {
                text.append(blank ? "\n" : "").append(line).append('\n');
                blank = false;
            }
        }
        return text.toString();
    }
}
