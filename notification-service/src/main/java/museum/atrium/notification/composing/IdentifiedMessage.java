package museum.atrium.notification.composing;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** Keeps its Message-ID: the transport saves a message again, and Jakarta Mail then makes up a new one. */
final class IdentifiedMessage extends MimeMessage {

    private final String id;

    IdentifiedMessage(Session session, String id) {
        super(session);
        if (!id.matches("[\\x21-\\x7e&&[^<>@]]{1,200}@[\\x21-\\x7e&&[^<>@]]{1,200}")) {
            throw new IllegalArgumentException("Not a Message-ID without its brackets: " + OneLine.of(id));
        }
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + id + ">");
    }
}
