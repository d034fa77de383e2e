package museum.atrium.inbox.scripted;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.BiConsumer;
import museum.atrium.inbox.receiving.DotTerminated;
import museum.atrium.inbox.receiving.MessageTooLong;

/** One client's connection. */
final class Conversation {

    private static final int LONGEST_MESSAGE = 16 * 1024 * 1024;
    private static final int LONGEST_LINE = 2_000;

    private final InputStream in;
    private final OutputStream out;
    private final ScriptedSmtp.Script script;
    private final BiConsumer<Mail, Boolean> dots;
    private Mail mail = Mail.NONE;

    /** @param dots told of each message that came whole, and whether its answer accepts it, before that is written */
    Conversation(Socket socket, ScriptedSmtp.Script script, BiConsumer<Mail, Boolean> dots) throws IOException {
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
        this.script = script;
        this.dots = dots;
    }

    void hold() throws IOException, MessageTooLong {
        boolean goesOn = say(react(Moment.CONNECT, mail));
        while (goesOn) {
            goesOn = take(line());
        }
    }

    /** @return whether the conversation goes on */
    private boolean take(String line) throws IOException, MessageTooLong {
        String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        return switch (verb) {
            case "EHLO", "HELO" -> forget(Moment.EHLO);
            case "MAIL" -> takeIfAccepted(Moment.MAIL, new Mail(address(line), Mail.NONE.to(), ""));
            case "RCPT" -> recipient(line);
            case "DATA" -> data();
            case "RSET" -> forget(Moment.RSET);
            case "NOOP" -> say(react(Moment.NOOP, mail));
            case "QUIT" -> say(react(Moment.QUIT, mail));
            default -> say(new Outcome("502 5.5.1 Unknown command", false));
        };
    }

    private boolean forget(Moment moment) throws IOException {
        mail = Mail.NONE;
        return say(react(moment, mail));
    }

    private boolean takeIfAccepted(Moment moment, Mail extended) throws IOException {
        Outcome outcome = react(moment, extended);
        if (outcome.accepts()) {
            mail = extended;
        }
        return say(outcome);
    }

    private boolean recipient(String line) throws IOException {
        return mail == Mail.NONE
                ? say(new Outcome("503 5.5.1 No sender was accepted", false))
                : takeIfAccepted(Moment.RCPT, mail.toAlso(address(line)));
    }

    private boolean data() throws IOException, MessageTooLong {
        if (mail.to().isEmpty()) {
            return say(new Outcome("554 5.5.1 No recipient was accepted", false));
        }
        Outcome invitation = react(Moment.DATA, mail);
        if (!say(invitation) || !invitation.accepts()) {
            return !invitation.hangsUp();
        }
        Mail whole = mail.saying(DotTerminated.read(in, LONGEST_MESSAGE));
        mail = Mail.NONE;
        Outcome answer = react(Moment.DOT, whole);
        dots.accept(whole, answer.accepts());
        return say(answer);
    }

    private Outcome react(Moment moment, Mail soFar) {
        return Outcome.of(script.at(moment, soFar), moment);
    }

    private boolean say(Outcome outcome) throws IOException {
        if (outcome.alone()) {
            in.skipNBytes(in.available());
        }
        if (!outcome.reply().isEmpty()) {
            out.write((outcome.reply() + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        return !outcome.hangsUp();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.length() == LONGEST_LINE) {
                throw new EOFException("The client ended without QUIT");
            }
            line.append((char) b);
        }
        return line.toString().strip();
    }

    /** What stands between the brackets of {@code MAIL FROM:<a@example.org> SIZE=1}. */
    private static String address(String line) {
        int open = line.indexOf('<');
        int close = line.indexOf('>', open + 1);
        return open < 0 || close < 0 ? "" : line.substring(open + 1, close);
    }
}
