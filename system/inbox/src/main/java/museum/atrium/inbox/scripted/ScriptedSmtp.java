package museum.atrium.inbox.scripted;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import museum.atrium.inbox.receiving.MessageTooLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A mail server of this machine that follows a script. Without one it accepts everything.
 *
 * <pre>{@code
 * try (ScriptedSmtp smtp = ScriptedSmtp.start()) {
 *     smtp.follow((moment, mail) -> moment == Moment.DOT ? Reaction.hangUp() : Reaction.accept());
 *     …
 *     assertThat(smtp.received()).hasSize(1);
 * }
 * }</pre>
 */
public final class ScriptedSmtp implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ScriptedSmtp.class);

    private final ServerSocket server;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final List<Mail> received = new CopyOnWriteArrayList<>();
    private final List<Mail> accepted = new CopyOnWriteArrayList<>();
    private volatile Script script = (moment, mail) -> Reaction.accept();

    private ScriptedSmtp(int port) throws IOException {
        server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    public static ScriptedSmtp start() throws IOException {
        return start(0);
    }

    /** @param port as of a server that was closed before, to come back at the same place */
    public static ScriptedSmtp start(int port) throws IOException {
        ScriptedSmtp smtp = new ScriptedSmtp(port);
        Thread.ofVirtual().name("scripted-smtp").start(smtp::accept);
        return smtp;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Follows this script from the next command on, in conversations that have begun too. */
    public void follow(Script next) {
        script = next;
    }

    /** Every message whose final dot came, whatever was answered, in the order of the answers. */
    public List<Mail> received() {
        return List.copyOf(received);
    }

    /** The messages that were answered 250, or were about to be. */
    public List<Mail> accepted() {
        return List.copyOf(accepted);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.add(socket);
                Thread.ofVirtual().name("scripted-smtp-connection").start(() -> converse(socket));
            } catch (IOException closed) {
                log.debug("No further connections", closed);
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            if (server.isClosed()) {
                return;
            }
            new Conversation(socket, (moment, mail) -> script.at(moment, mail), this::remember).hold();
        } catch (IOException | MessageTooLong | RuntimeException brokenOff) {
            log.debug("A conversation broke off", brokenOff);
        } finally {
            connections.remove(socket);
        }
    }

    private void remember(Mail mail, boolean answeredYes) {
        if (answeredYes) {
            accepted.add(mail);
        }
        received.add(mail);
    }

    /** Drops every connection, as a server that is killed. */
    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    /** Decides at every moment of every conversation; called from many threads at once, and may block. */
    @FunctionalInterface
    public interface Script {

        /** @param mail what the client has said of its mail so far, at {@link Moment#RCPT} with the new recipient */
        Reaction at(Moment moment, Mail mail);
    }
}
