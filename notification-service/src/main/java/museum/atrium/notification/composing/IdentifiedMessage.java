package museum.atrium.notification.composing;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.regex.Pattern;

/** Keeps its Message-ID: the transport saves a message again, and Jakarta Mail then makes up a new one. */
final class IdentifiedMessage extends MimeMessage {

    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e&&[^<>@]]{1,200}@[\\x21-\\x7e&&[^<>@]]{1,200}");

    private final String id;

    IdentifiedMessage(Session session, String id) {
        super(session);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("Not a Message-ID without its brackets: " + OneLine.of(id));
        }
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + id + ">");
    }
}
