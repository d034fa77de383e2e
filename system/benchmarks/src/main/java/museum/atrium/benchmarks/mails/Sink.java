package museum.atrium.benchmarks.mails;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A mail server that takes everything, remembers of each mail when it came, and throws it away. Recipients are called
 * {@code name-number@…}.
 */
final class Sink implements AutoCloseable {

    private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private final Thread accepting;
    private volatile Duration delay;
    private final Arrivals arrivals;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile byte[] last = new byte[0];

    /** @param delay between a mail's end and the answer that it is taken */
    Sink(int port, Duration delay, Arrivals arrivals) throws IOException {
        this.delay = delay;
        this.arrivals = arrivals;
        server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        accepting = Thread.ofPlatform().name("sink").daemon().start(this::accept);
    }

    /** From the next mail on. */
    void delay(Duration other) {
        delay = other;
    }

    /** As it came over the line, without its final dot; empty before the first. */
    byte[] lastMail() {
        return last;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofPlatform().name("sink's connection").daemon().start(() -> converse(socket));
            }
        } catch (IOException closed) {
            // That is how it ends.
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new Conversation(socket.getInputStream(), new BufferedOutputStream(socket.getOutputStream())).run();
        } catch (IOException gone) {
            // Whoever sends may end its connection at any time, and so does close().
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
            // Until it has left accept() the port is taken, and the next sink is to have it.
            accepting.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Conversation {

        private final InputStream in;
        private final OutputStream out;
        private byte[] bytes = new byte[65_536];
        private int length;
        private String recipient = "";

        Conversation(InputStream in, OutputStream out) {
            this.in = in;
            this.out = out;
        }

        void run() throws IOException, InterruptedException {
            say("220 sink");
            while (true) {
                String command = take(0, "\r\n".getBytes(StandardCharsets.US_ASCII));
                String verb =
                        command.substring(0, Math.min(4, command.length())).toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "EHLO" -> say("250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SMTPUTF8");
                    case "DATA" -> receive();
                    case "QUIT" -> {
                        say("221 bye");
                        return;
                    }
                    default -> {
                        if (verb.equals("RCPT")) {
                            recipient = command;
                        }
                        say("250 ok");
                    }
                }
            }
        }

        private void receive() throws IOException, InterruptedException {
            say("354 go on");
            int end = find(0, END);
            last = Arrays.copyOf(bytes, end);
            drop(end + END.length);
            if (!delay.isZero()) {
                Thread.sleep(delay);
            }
            arrivals.add(number(recipient));
            say("250 taken");
        }

        private static int number(String command) {
            int at = command.indexOf('@');
            int from = at < 0 ? -1 : command.lastIndexOf('-', at);
            return from < 0 ? 0 : Integer.parseInt(command.substring(from + 1, at));
        }

        private String take(int from, byte[] mark) throws IOException {
            int end = find(from, mark);
            String text = new String(bytes, 0, end, StandardCharsets.US_ASCII);
            drop(end + mark.length);
            return text;
        }

        private int find(int from, byte[] mark) throws IOException {
            int at = from;
            while (true) {
                for (; at + mark.length <= length; at++) {
                    if (bytes[at + mark.length - 1] == '\n' && isAt(at, mark)) {
                        return at;
                    }
                }
                if (length == bytes.length) {
                    bytes = Arrays.copyOf(bytes, 2 * length);
                }
                int read = in.read(bytes, length, bytes.length - length);
                if (read < 0) {
                    throw new IOException("the sender went away");
                }
                length += read;
            }
        }

        private boolean isAt(int at, byte[] mark) {
            return Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length);
        }

        private void drop(int number) {
            System.arraycopy(bytes, number, bytes, 0, length - number);
            length -= number;
        }

        private void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }
}
