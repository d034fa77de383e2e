package museum.atrium.inbox.reading;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its reader sees it; the first five are those of {@link Message}.
 *
 * @param calendar the text/calendar alternative of an invitation; a calendar attachment is among the attachments
 */
public record OpenedMessage(
        String id,
        String from,
        String to,
        String subject,
        Instant date,
        @Nullable String text,
        @Nullable String html,
        @Nullable String calendar,
        Headers headers,
        List<Attachment> attachments) {

    static OpenedMessage of(Message message, Headers headers, Parts parts) {
        return new OpenedMessage(
                message.id(),
                message.from(),
                message.to(),
                message.subject(),
                message.date(),
                parts.text(),
                parts.html(),
                parts.calendar(),
                headers,
                parts.attachments());
    }
}
