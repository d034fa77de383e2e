package museum.atrium.notification.delivery;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * An SMTP connection that is kept, and knows at which step of a mail it is and what was answered to that step. Where the server
 * lets commands be sent ahead of their answers (RFC 2920), a mail takes two turns and not four.
 */
final class KeptTransport extends SMTPTransport {

    /** The steps of one mail. Before the last one the server cannot have taken it. */
    enum Step {
        SENDER,
        RECIPIENT,
        CONTENT,
        END
    }

    private static final String DATA = "DATA";
    private static final String END = ".";
    private static final int GO_ON = 354;
    private static final String UTF8 = "SMTPUTF8";
    private static final int MOST_ASCII = 127;

    /** Commands that were sent, and whose answers have not been read. */
    private final Deque<String> ahead = new ArrayDeque<>();

    private final PromptSockets sockets;
    private final boolean pipelining;
    private String recipient = "";
    private boolean beyondAscii;
    private Step step = Step.SENDER;
    private int code;
    private String answer = "";

    private KeptTransport(Session session, String protocol, PromptSockets sockets, boolean pipelining) {
        super(session, null, protocol, protocol.equals("smtps"));
        this.sockets = sockets;
        this.pipelining = pipelining;
    }

    /**
     * With a socket of its own: what a session has is shared by all.
     *
     * @param pipelining whether commands may be sent ahead where the server lets them
     */
    static KeptTransport of(Session session, String protocol, boolean pipelining) {
        PromptSockets sockets = new PromptSockets();
        Properties properties = new Properties();
        properties.putAll(session.getProperties());
        properties.put("mail.smtp.socketFactory", sockets);
        return new KeptTransport(Session.getInstance(properties), protocol, sockets, pipelining);
    }

    Step step() {
        return step;
    }

    /** The first answer to the step at hand; 0 when there was none. */
    int code() {
        return code;
    }

    String answer() {
        return answer;
    }

    /** To be called before each mail. */
    void begin(Address onlyRecipient) {
        String address = ((InternetAddress) onlyRecipient).getAddress();
        recipient = "RCPT TO:<" + address + ">";
        beyondAscii = address.chars().anyMatch(character -> character > MOST_ASCII);
        enter(Step.SENDER);
    }

    /** Whether the server takes mails to the recipient's address, by what it has announced. */
    boolean canAddress() {
        return !beyondAscii || supportsExtension(UTF8);
    }

    @Override
    protected void mailFrom() throws MessagingException {
        enter(Step.SENDER);
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        enter(Step.RECIPIENT);
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        enter(Step.CONTENT);
        OutputStream content = super.data();
        sockets.hold();
        return content;
    }

    /** The content, or the last of a long one, and the dot go out as one: when that fails, the dot was not sent. */
    private void end() throws MessagingException {
        sockets.letGo();
        super.sendCommand(END);
        enter(Step.END);
    }

    /** The library asks for {@code SMTPUTF8} with every mail; servers further on may refuse those that could do without. */
    @Override
    protected void sendCommand(String asked) throws MessagingException {
        String command = beyondAscii || !asked.endsWith(' ' + UTF8)
                ? asked
                : asked.substring(0, asked.length() - UTF8.length() - 1);
        if (command.equals(ahead.peek())) {
            ahead.remove();
            return;
        }
        if (step == Step.CONTENT && command.equals(END)) {
            end();
            return;
        }
        readAhead(command);
        if (command.startsWith("MAIL FROM:") && sendsAhead()) {
            sockets.hold();
            super.sendCommand(command);
            sendAhead(recipient);
            sockets.letGo();
            sendAhead(DATA);
        } else {
            super.sendCommand(command);
        }
    }

    private boolean sendsAhead() {
        return pipelining && supportsExtension("PIPELINING");
    }

    /** MAIL was answered, and what went with it was not. */
    boolean wasNotHeardAhead() {
        return sendsAhead() && code == 0 && (step == Step.RECIPIENT || step == Step.CONTENT);
    }

    private void sendAhead(String command) throws MessagingException {
        super.sendCommand(command);
        ahead.add(command);
    }

    /** Something was refused: the answers to what was sent nevertheless come before that to what is sent now. */
    private void readAhead(String before) throws MessagingException {
        boolean taken = false;
        while (!ahead.isEmpty() && !before.equals("QUIT")) {
            boolean data = ahead.remove().equals(DATA);
            int answered = super.readServerResponse();
            if (data && answered == GO_ON) {
                if (taken) {
                    throw new MessagingException("The server takes mails that were not written: a mail was given up");
                }
                // It has no recipient and cannot be sent; that is how it has to end.
                super.sendCommand(END);
                super.readServerResponse();
            }
            taken = answered / 100 == 2;
        }
        ahead.clear();
    }

    private void enter(Step next) {
        step = next;
        code = 0;
        answer = "";
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int answered = super.readServerResponse();
        // What comes after the first answer belongs to the RSET that follows a refusal.
        if (code == 0 && answered > 0) {
            code = answered;
            answer = getLastServerResponse();
        }
        return answered;
    }
}
