package museum.atrium.inbox.reading;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sorts a message's parts into what a reader shows in place and what it offers as a file. */
final class Parts {

    /** Deeper or more than any mail program writes; a mail made to exhaust its reader is not followed further. */
    private static final int DEEPEST = 20;

    private static final int MOST = 500;

    private @Nullable String text;
    private @Nullable String html;
    private @Nullable String calendar;
    private final List<Attachment> attachments = new ArrayList<>();
    private int seen;

    private Parts() {}

    static Parts of(MimePart message) {
        Parts parts = new Parts();
        parts.take(message, 0);
        return parts;
    }

    private void take(MimePart part, int depth) {
        if (depth > DEEPEST || ++seen > MOST) {
            return;
        }
        try {
            if (part.isMimeType("multipart/*")) {
                takeEach(new MimeMultipart(new MimePartDataSource(part)), depth);
            } else if (!takeInPlace(part)) {
                attachments.add(PartContent.of(part).attachment(attachments.size()));
            }
        } catch (MessagingException | IOException unreadable) {
            attachments.add(new Attachment("unreadable-part", "application/octet-stream", null, new byte[0]));
        }
    }

    private void takeEach(MimeMultipart multipart, int depth) throws MessagingException {
        for (int i = 0; i < multipart.getCount(); i++) {
            BodyPart part = multipart.getBodyPart(i);
            if (part instanceof MimePart mimePart) {
                take(mimePart, depth + 1);
            }
        }
    }

    private boolean takeInPlace(MimePart part) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null) {
            return false;
        }
        if (text == null && part.isMimeType("text/plain")) {
            text = PartContent.of(part).asText();
        } else if (html == null && part.isMimeType("text/html")) {
            html = PartContent.of(part).asText();
        } else if (calendar == null && part.isMimeType("text/calendar")) {
            calendar = PartContent.of(part).asText();
        } else {
            return false;
        }
        return true;
    }

    @Nullable String text() {
        return text;
    }

    @Nullable String html() {
        return html;
    }

    @Nullable String calendar() {
        return calendar;
    }

    List<Attachment> attachments() {
        return List.copyOf(attachments);
    }
}
