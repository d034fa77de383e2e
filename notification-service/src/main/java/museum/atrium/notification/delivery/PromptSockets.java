package museum.atrium.notification.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One connection's socket. It sends at once: else a mail a little longer than a segment waits 40 ms for the one before it. What
 * belongs together is held until it is complete, and sent as one.
 */
final class PromptSockets extends SocketFactory {

    private @Nullable Prompt socket;

    /** What is written from now on waits for {@link #letGo}, unless it is much. */
    void hold() {
        if (socket != null) {
            socket.out.holding = true;
        }
    }

    /** What was held goes out with what is written next. It is that write which may take too long, and is ended then. */
    void letGo() {
        if (socket != null) {
            socket.out.holding = false;
        }
    }

    @Override
    public Socket createSocket() throws IOException {
        Prompt created = new Prompt();
        socket = created;
        return created;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
    }

    private Socket connected(InetSocketAddress to, @Nullable InetSocketAddress from) throws IOException {
        Socket created = createSocket();
        if (from != null) {
            created.bind(from);
        }
        created.connect(to);
        return created;
    }

    private static final class Prompt extends Socket {

        private final Holding out = new Holding(this);

        private Prompt() throws IOException {
            setTcpNoDelay(true);
        }

        @Override
        public OutputStream getOutputStream() {
            return out;
        }

        private OutputStream wire() throws IOException {
            return super.getOutputStream();
        }
    }

    private static final class Holding extends OutputStream {

        private static final int MOST_HELD = 65_536;

        private final Prompt socket;
        private final ByteArrayOutputStream held = new ByteArrayOutputStream();
        private boolean holding;

        private Holding(Prompt socket) {
            this.socket = socket;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (!holding && held.size() == 0) {
                socket.wire().write(bytes, offset, length);
                return;
            }
            held.write(bytes, offset, length);
            if (!holding || held.size() > MOST_HELD) {
                try {
                    held.writeTo(socket.wire());
                } finally {
                    held.reset();
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
