package museum.atrium.inbox.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import museum.atrium.inbox.reading.Message;
import museum.atrium.inbox.reading.OpenedMessage;
import museum.atrium.inbox.reading.Reading;
import org.eclipse.jetty.server.Request;

/** What people see. No script anywhere; templates escape whatever comes from a mail. */
final class Pages {

    private static final int PER_PAGE = 50;
    private static final String HTML = "text/html; charset=UTF-8";
    private static final String PAGE_POLICY = "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** A mail may style itself and show the images that it carries, and its links open; nothing else. */
    private static final String MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " form-action 'none'; base-uri 'none'; frame-ancestors 'self';"
            + " sandbox allow-popups allow-popups-to-escape-sandbox";

    private final Reading reading;
    private final Template list = template("list");
    private final Template message = template("message");
    private final byte[] style = resource("inbox.css");

    Pages(Reading reading) {
        this.reading = reading;
    }

    Answer list(Request request) throws IOException {
        Query query = Query.of(request, Set.of("to", "before"));
        String to = query.address("to").orElse("");
        long before = query.number("before", 1, Long.MAX_VALUE);
        var found = new ArrayList<Message>();
        reading.newestFirst(to.isEmpty() ? null : to, before, PER_PAGE + 1, found::add);
        boolean more = found.size() > PER_PAGE;
        List<Message> shown = found.subList(0, Math.min(found.size(), PER_PAGE));
        return page(list.execute(new ListView(to, before == Long.MAX_VALUE, more, shown, reading.count())));
    }

    Answer message(Request request, String id) {
        String part = Query.of(request, Set.of("part")).text("part").orElse("");
        return page(message.execute(MessageView.of(opened(id), part)));
    }

    /** The mail's own HTML, for the frame in its page. */
    Answer html(String id) {
        return Answer.of(HTML, MailHtml.of(opened(id))).with("Content-Security-Policy", MAIL_POLICY);
    }

    Answer style() {
        return Answer.of("text/css; charset=UTF-8", style).with("Cache-Control", "max-age=3600");
    }

    private OpenedMessage opened(String id) {
        return reading.open(id).orElseThrow(() -> Refused.notFound("There is no mail " + id));
    }

    private static Answer page(String html) {
        return Answer.of(HTML, html).with("Content-Security-Policy", PAGE_POLICY);
    }

    private static Template template(String name) {
        return Mustache.compiler()
                .escapeHTML(true)
                .compile(new InputStreamReader(open(name + ".mustache"), StandardCharsets.UTF_8));
    }

    private static byte[] resource(String name) {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static InputStream open(String name) {
        InputStream in = Pages.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException(name + " is missing in the inbox's own jar");
        }
        return in;
    }
}
