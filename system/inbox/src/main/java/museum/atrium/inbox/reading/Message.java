package museum.atrium.inbox.reading;

import java.time.Instant;
import museum.atrium.inbox.mails.StoredMail;

/**
 * A mail in a list.
 *
 * @param from the address in the From header without a display name; without such a header, the envelope's sender
 * @param to the address that the mail was delivered to (the envelope's, not the To header's); several are joined by
 *     a comma and a space
 * @param date when it arrived
 */
public record Message(String id, String from, String to, String subject, Instant date) {

    public static Message of(StoredMail mail) {
        var envelope = mail.envelope();
        return new Message(
                Long.toString(mail.id()),
                envelope.from(),
                String.join(", ", envelope.to()),
                envelope.subject(),
                envelope.arrivedAt());
    }
}
