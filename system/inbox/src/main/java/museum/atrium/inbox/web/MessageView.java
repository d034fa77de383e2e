package museum.atrium.inbox.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import museum.atrium.inbox.reading.Attachment;
import museum.atrium.inbox.reading.OpenedMessage;

/** One mail's page, as its template names things: one of its parts in full, the others a link away. */
final class MessageView {

    final String id;
    final String from;
    final String to;
    final String subject;
    final Instant date;
    final String when;
    final List<Tab> tabs;
    final boolean hasFiles;
    final List<File> files;
    final boolean showHtml;
    final boolean showText;
    final List<TextPiece> text;
    final boolean showHeaders;
    final List<Line> headers;

    private MessageView(OpenedMessage message, List<String> parts, String shown) {
        this.id = message.id();
        this.from = message.headers().first("From").orElse(message.from());
        this.to = message.to();
        this.subject = message.subject().isBlank() ? "(no subject)" : message.subject();
        this.date = message.date();
        this.when = Moments.shown(message.date());
        this.tabs = parts.stream()
                .map(part -> new Tab(part, "/messages/" + message.id() + "?part=" + part, part.equals(shown)))
                .toList();
        this.hasFiles = !message.attachments().isEmpty();
        this.files = IntStream.range(0, message.attachments().size())
                .mapToObj(i -> File.of(message, i))
                .toList();
        this.showHtml = shown.equals("html");
        this.showHeaders = shown.equals("headers");
        this.headers = message.headers().values().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> new Line(header.getKey(), value)))
                .toList();
        String body = shown.equals("calendar") ? message.calendar() : message.text();
        this.showText = !showHtml && !showHeaders;
        this.text = TextPiece.of(body == null ? "This mail has no text." : body);
    }

    static MessageView of(OpenedMessage message, String wanted) {
        var parts = new ArrayList<String>();
        if (message.html() != null) {
            parts.add("html");
        }
        if (message.text() != null || parts.isEmpty()) {
            parts.add("text");
        }
        if (message.calendar() != null) {
            parts.add("calendar");
        }
        parts.add("headers");
        if (!wanted.isEmpty() && !parts.contains(wanted)) {
            throw Refused.notFound("Mail " + message.id() + " has the parts " + parts);
        }
        return new MessageView(message, parts, wanted.isEmpty() ? parts.getFirst() : wanted);
    }

    record Tab(String name, String link, boolean current) {}

    record Line(String name, String value) {}

    record File(String name, String contentType, String size, String link) {

        static File of(OpenedMessage message, int index) {
            Attachment attachment = message.attachments().get(index);
            int size = attachment.size();
            return new File(
                    attachment.filename(),
                    attachment.contentType(),
                    size < 1_024 ? size + " bytes" : (size + 512) / 1_024 + " KiB",
                    "/api/messages/" + message.id() + "/attachments/" + index);
        }
    }
}
