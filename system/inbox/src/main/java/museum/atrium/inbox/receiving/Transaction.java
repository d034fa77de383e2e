package museum.atrium.inbox.receiving;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import museum.atrium.inbox.mails.Envelope;
import museum.atrium.inbox.mails.Mails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail from MAIL to the answer to its final dot. */
final class Transaction implements MessageHandler {

    private static final Logger log = LoggerFactory.getLogger(Transaction.class);

    private final Mails mails;
    private final InstantSource clock;
    private final int longestMessage;
    private final UnderWay underWay;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";

    Transaction(Mails mails, InstantSource clock, int longestMessage, UnderWay underWay) {
        this.mails = mails;
        this.clock = clock;
        this.longestMessage = longestMessage;
        this.underWay = underWay;
        underWay.begin();
    }

    @Override
    public void from(String from) throws RejectException {
        if (underWay.isEnding()) {
            throw new DropConnectionException(421, "4.3.2 The inbox is stopping");
        }
        sender = from;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
        if (recipient.isBlank()) {
            throw new RejectException(501, "5.1.3 A recipient needs an address");
        }
        recipients.add(recipient);
    }

    /** @return the answer for the client */
    String receive(InputStream in) throws IOException {
        try {
            return store(DotTerminated.read(in, longestMessage));
        } catch (MessageTooLong tooLong) {
            return "552 5.3.4 The message is longer than " + longestMessage + " bytes";
        }
    }

    private String store(byte[] message) {
        MessageHead head = MessageHead.of(new ByteArrayInputStream(message));
        String from = head.from().orElse(sender);
        try {
            long id = mails.add(new Envelope(from, recipients, head.subject(), clock.instant()), message);
            return "250 2.0.0 Stored as " + id;
        } catch (IOException failure) {
            log.error("A mail cannot be stored; its sender was told to try again later", failure);
            return "452 4.3.1 The mail cannot be stored now";
        }
    }

    /** For BDAT, which is not announced: no client should come here. */
    @Override
    public String data(InputStream data) throws RejectException {
        throw new RejectException(502, "5.5.1 Use DATA");
    }

    @Override
    public void done() {
        underWay.end();
    }
}
