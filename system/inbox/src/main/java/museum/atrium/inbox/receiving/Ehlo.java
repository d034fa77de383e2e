package museum.atrium.inbox.receiving;

import java.io.IOException;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

/** The library's greeting does not say that it takes commands ahead of their answers, which it does. */
final class Ehlo extends BaseCommand {

    Ehlo() {
        super("EHLO", "Introduce yourself.", "<hostname>");
    }

    @Override
    public void execute(String command, Session session) throws IOException {
        String[] words = getArgs(command);
        if (words.length < 2) {
            session.sendResponse("501 Syntax: EHLO hostname");
            return;
        }
        session.resetMailTransaction();
        session.setHelo(words[1]);
        session.sendResponse(String.join(
                "\r\n",
                "250-" + session.getServer().getHostName(),
                "250-PIPELINING",
                "250-8BITMIME",
                "250-SMTPUTF8",
                "250 SIZE " + session.getServer().getMaxMessageSize()));
    }
}
