package museum.atrium.notification.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** An SMTP connection that is kept, and knows at which step of a mail it is and what was answered to that step. */
final class KeptTransport extends SMTPTransport {

    /** The steps of one mail. Before the last one the server cannot have taken it. */
    enum Step {
        SENDER,
        RECIPIENT,
        CONTENT,
        END
    }

    private Step step = Step.SENDER;
    private int code;
    private String answer = "";

    KeptTransport(Session session, String protocol) {
        super(session, null, protocol, protocol.equals("smtps"));
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
    void begin() {
        enter(Step.SENDER);
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
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        enter(Step.END);
        super.finishData();
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
