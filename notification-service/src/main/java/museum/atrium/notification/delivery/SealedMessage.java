package museum.atrium.notification.delivery;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

/** A message that no transport changes any more: what was signed is what goes out. */
final class SealedMessage extends SMTPMessage {

    private final byte[] bytes;

    /** @param returnAddress the sender of its envelope; null for that of the session */
    SealedMessage(Session session, byte[] bytes, @Nullable String returnAddress) {
        super(session);
        this.bytes = bytes;
        setEnvelopeFrom(returnAddress);
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException {
        out.write(bytes);
    }

    @Override
    public void saveChanges() {
        // There is nothing to change.
    }
}
