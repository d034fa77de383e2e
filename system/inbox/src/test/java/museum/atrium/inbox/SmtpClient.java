package museum.atrium.inbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says exactly what a test wants said. */
public final class SmtpClient implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader answers;

    public SmtpClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
        answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** A connection that has been greeted. */
    public static SmtpClient greeted(int port) throws IOException {
        SmtpClient client = new SmtpClient(port);
        client.answer();
        client.say("EHLO client.example.org");
        return client;
    }

    public void write(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The next answer in full, or "" when the server has hung up. */
    public String answer() throws IOException {
        var answer = new StringBuilder();
        String line;
        do {
            line = answers.readLine();
            if (line == null) {
                return "";
            }
            answer.append(line).append('\n');
        } while (line.length() > 3 && line.charAt(3) == '-');
        return answer.toString();
    }

    public String say(String command) throws IOException {
        write(command + "\r\n");
        return answer();
    }

    /** Sends a mail and returns what its final dot was answered. */
    public String mail(String to, String message) throws IOException {
        say("MAIL FROM:<bounces@example.org>");
        say("RCPT TO:<" + to + ">");
        say("DATA");
        return say(message.replace("\n", "\r\n").replace("\r\n.", "\r\n..") + "\r\n.");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
