package museum.atrium.notification.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import museum.atrium.notification.bounces.ReturnAddresses;
import museum.atrium.notification.signing.Signing;
import org.springframework.stereotype.Component;
import org.springframework.util.FastByteArrayOutputStream;

/** Makes of a composed mail what is handed over: written and signed once, with the address that it comes back to. */
@Component
class Sealing {

    private static final int USUAL_SIZE = 16_384;

    private final Session session;
    private final Signing signing;
    private final ReturnAddresses returnAddresses;

    Sealing(Session session, Signing signing, ReturnAddresses returnAddresses) {
        this.session = session;
        this.signing = signing;
        this.returnAddresses = returnAddresses;
    }

    MimeMessage seal(MimeMessage composed, long delivery) throws MessagingException {
        FastByteArrayOutputStream written = new FastByteArrayOutputStream(USUAL_SIZE);
        try {
            composed.writeTo(written);
        } catch (IOException e) {
            throw new MessagingException("The mail cannot be written", e);
        }
        return new SealedMessage(
                session,
                signing.sign(written.toByteArrayUnsafe()),
                returnAddresses.of(delivery).orElse(null));
    }
}
