package museum.atrium.notification.delivery;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketTimeoutException;
import museum.atrium.notification.replies.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/** A sender's own connection to the mail server: opened when needed, kept from mail to mail. Not for several threads. */
final class Connection implements AutoCloseable {

    private static final int CLOSING = 421;
    private static final int TOO_LARGE = 552;

    private final MailServer server;
    private @Nullable KeptTransport transport;

    Connection(MailServer server) {
        this.server = server;
    }

    boolean isOpen() {
        return transport != null;
    }

    void open() throws MessagingException {
        if (transport == null) {
            transport = server.connect();
        }
    }

    /** A kept connection that the server has closed meanwhile is opened anew, and no harm is done. */
    Outcome send(MimeMessage message, Address[] recipients) {
        boolean kept = isOpen();
        Outcome outcome = sendOnce(message, recipients);
        if (kept && outcome instanceof Outcome.Unreachable) {
            outcome = sendOnce(message, recipients);
        }
        if (outcome instanceof Outcome.Unreachable unreachable) {
            server.isAway(unreachable.reply());
        }
        return outcome;
    }

    private Outcome sendOnce(MimeMessage message, Address[] recipients) {
        try {
            open();
        } catch (MessagingException failure) {
            return new Outcome.Unreachable(said("", failure));
        }
        KeptTransport open = transport;
        if (open == null) {
            throw new IllegalStateException("A connection that was opened is open");
        }
        try {
            open.begin(recipients[0]);
            if (!open.canAddress()) {
                return new Outcome.Impossible(
                        "not handed over: the mail server takes no addresses with letters beyond ASCII before the @ (SMTPUTF8)");
            }
            open.sendMessage(message, recipients);
            return new Outcome.Accepted(Reply.withoutAddresses(open.getLastServerResponse()));
        } catch (MessagingException | IllegalStateException failure) {
            if (open.wasNotHeardAhead()
                    && NestedExceptionUtils.getMostSpecificCause(failure) instanceof SocketTimeoutException) {
                server.breaksPipelining();
            }
            Outcome outcome = outcome(open, failure);
            if (!stillGood(outcome, open)) {
                close();
            }
            return outcome;
        }
    }

    /** After a refusal of the mail alone the conversation goes on. */
    private static boolean stillGood(Outcome outcome, KeptTransport transport) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> true;
            case Outcome.Rejected rejected -> true;
            case Outcome.Impossible impossible -> true;
            case Outcome.Deferred deferred -> transport.code() / 100 == 4;
            case Outcome.Unknown unknown -> false;
            case Outcome.Unreachable unreachable -> false;
        };
    }

    /**
     * By the code that the server gave, not by the library's opinion of it: to the library RCPT 552 is transient, and
     * 421 a refusal of this mail.
     */
    private static Outcome outcome(KeptTransport transport, Exception failure) {
        int code = transport.code();
        String reply = said(transport.answer(), failure);
        boolean deferred = code / 100 == 4 && code != CLOSING;
        boolean rejected = code / 100 == 5;
        return switch (transport.step()) {
            // A refused sender is our configuration's fault, which somebody will mend, and no reason to give mails up.
            case SENDER ->
                deferred
                        ? new Outcome.Deferred(reply)
                        : code == TOO_LARGE ? new Outcome.Rejected(reply, false) : new Outcome.Unreachable(reply);
            case RECIPIENT ->
                deferred
                        ? new Outcome.Deferred(reply)
                        : rejected
                                ? new Outcome.Rejected(reply, new Verdict(code, reply).onRecipient())
                                : new Outcome.Unreachable(reply, code == CLOSING);
            // A mail that cannot be written breaks every connection; it must not keep the others from theirs.
            case CONTENT ->
                rejected
                        ? new Outcome.Rejected(reply, new Verdict(code, reply).onContent())
                        : code == CLOSING || code == 0
                                ? new Outcome.Unreachable(reply, code == CLOSING)
                                : new Outcome.Deferred(reply);
            case END ->
                deferred
                        ? new Outcome.Deferred(reply)
                        : rejected
                                ? new Outcome.Rejected(reply, new Verdict(code, reply).onContent())
                                : code == CLOSING ? new Outcome.Unreachable(reply, true) : new Outcome.Unknown(reply);
        };
    }

    private static String said(String answer, Exception failure) {
        return Reply.withoutAddresses(answer.isEmpty() ? failure.getMessage() : answer);
    }

    @Override
    public void close() {
        KeptTransport open = transport;
        transport = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException alreadyGone) {
                // Nothing is lost: every mail had its answer before.
            }
        }
    }
}
