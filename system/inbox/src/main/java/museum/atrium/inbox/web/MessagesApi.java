package museum.atrium.inbox.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import museum.atrium.inbox.mails.Mails;
import museum.atrium.inbox.reading.Attachment;
import museum.atrium.inbox.reading.OpenedMessage;
import museum.atrium.inbox.reading.Reading;
import org.eclipse.jetty.server.Request;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api/messages}: what scripts and tests ask. */
final class MessagesApi {

    private static final String JSON = "application/json";

    private final Reading reading;
    private final Mails mails;
    private final JsonMapper json;

    MessagesApi(Reading reading, Mails mails, JsonMapper json) {
        this.reading = reading;
        this.mails = mails;
        this.json = json;
    }

    /**
     * An array, newest first. {@code to}: mails to this address only; {@code limit}: at most so many (all without it,
     * so that counting is exact; the list is streamed); {@code before}: only mails older than the one with this id.
     */
    Answer list(Request request) {
        Query query = Query.of(request, Set.of("to", "limit", "before"));
        String to = query.address("to").orElse(null);
        int limit = (int) Math.min(query.number("limit", 1, Integer.MAX_VALUE), Integer.MAX_VALUE);
        long before = query.number("before", 1, Long.MAX_VALUE);
        return Answer.streamed(JSON, out -> {
            try (JsonGenerator array = json.createGenerator(out)) {
                array.writeStartArray();
                reading.newestFirst(to, before, limit, array::writePOJO);
                array.writeEndArray();
            }
        });
    }

    Answer deleteAll() throws IOException {
        mails.clear();
        return Answer.empty();
    }

    Answer open(String id) {
        return Answer.of(JSON, json.writeValueAsBytes(opened(id)));
    }

    Answer raw(String id) {
        return Answer.of(
                "message/rfc822", reading.raw(id).orElseThrow(() -> Refused.notFound("There is no mail " + id)));
    }

    /** The text/calendar alternative of an invitation. */
    Answer calendar(String id) {
        String calendar = opened(id).calendar();
        if (calendar == null) {
            throw Refused.notFound("Mail " + id + " has no text/calendar alternative");
        }
        return download("text/calendar; charset=UTF-8", "invitation.ics", calendar.getBytes(StandardCharsets.UTF_8));
    }

    /** @param index the place in the mail's attachments, from 0 */
    Answer attachment(String id, String index) {
        var attachments = opened(id).attachments();
        if (!index.matches("[0-9]{1,4}") || Integer.parseInt(index) >= attachments.size()) {
            throw Refused.notFound("Mail " + id + " has " + attachments.size() + " attachments, counted from 0");
        }
        Attachment attachment = attachments.get(Integer.parseInt(index));
        return download(attachment.contentType(), attachment.filename(), attachment.content());
    }

    private OpenedMessage opened(String id) {
        return reading.open(id).orElseThrow(() -> Refused.notFound("There is no mail " + id));
    }

    private static Answer download(String contentType, String filename, byte[] content) {
        return Answer.of(contentType, content).with("Content-Disposition", Downloads.named(filename));
    }
}
