package museum.atrium.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A program beside which we are measured, or into which: it listens on a port of this machine and ends with the run. */
public final class Peer implements AutoCloseable {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 30_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final Process process;

    private Peer(Process process) {
        this.process = process;
    }

    /**
     * Returns as soon as it takes connections.
     *
     * @param command the program and its arguments
     * @param debianPackage where the program comes from, for those who lack it
     * @throws IllegalStateException if there is no such program, or if it does not listen within ten seconds
     */
    public static Peer start(List<String> command, int port, String debianPackage) throws InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).inheritIO().start();
        } catch (IOException missing) {
            throw new IllegalStateException(
                    "There is no %s on this machine: install it, on Debian by: apt-get install %s"
                            .formatted(command.getFirst(), debianPackage),
                    missing);
        }
        Peer peer = new Peer(process);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!listens(port)) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "%s ended at once with %d".formatted(command.getFirst(), process.exitValue()));
            }
            if (System.nanoTime() > until) {
                peer.close();
                throw new IllegalStateException("%s does not listen on port %d".formatted(command.getFirst(), port));
            }
            Thread.sleep(BETWEEN);
        }
        return peer;
    }

    /**
     * Below those that systems give to whoever connects: while nobody listens, one who tries to connect would sooner or later
     * get the very port as its own, and reach itself.
     */
    public static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Another one, then.
            }
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
