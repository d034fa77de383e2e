package museum.atrium.inbox.receiving;

import java.io.IOException;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

/** Reads messages in blocks, where the library's own command takes them byte by byte through four streams. */
final class Data extends BaseCommand {

    Data() {
        super("DATA", "Following text is collected as the message.\nEnd data with <CR><LF>.<CR><LF>");
    }

    @Override
    public void execute(String command, Session session) throws IOException {
        if (!(session.getMessageHandler() instanceof Transaction transaction)) {
            session.sendResponse("503 5.5.1 Error: need MAIL command");
            return;
        }
        if (session.getRecipientCount() == 0) {
            session.sendResponse("554 5.5.1 Error: no recipient was accepted");
            return;
        }
        session.sendResponse("354 End data with <CR><LF>.<CR><LF>");
        session.sendResponse(transaction.receive(session.getRawInput()));
        session.resetMailTransaction();
    }
}
