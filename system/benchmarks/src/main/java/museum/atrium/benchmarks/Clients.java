package museum.atrium.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * 64 kept connections, each signing up one new person after the other. Written on plain sockets, because a client library
 * would take more of the shared processors than the service that is measured.
 */
final class Clients {

    private static final int CONNECTIONS = 64;

    private final URI service;
    private final AtomicLong people = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();

    Clients(URI service) {
        this.service = service;
    }

    long accepted() {
        return accepted.get();
    }

    /** For activities {@code load-1} to {@code load-n}. */
    Speed signUp(int activities, Duration time) throws InterruptedException {
        long began = System.nanoTime();
        long until = began + time.toNanos();
        List<Long> took = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                List<Long> own = signUpUntil(until, activities);
                synchronized (took) {
                    took.addAll(own);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        took.sort(null);
        if (took.isEmpty()) {
            throw new IllegalStateException("nobody could sign up");
        }
        return new Speed(took.size() / seconds, Duration.ofNanos(took.get((int) (took.size() * 0.99))));
    }

    private List<Long> signUpUntil(long until, int activities) {
        List<Long> took = new ArrayList<>();
        try {
            while (System.nanoTime() < until) {
                signUpOverOneConnection(until, activities, took);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return took;
    }

    /** Until the service closes it, which it does after a hundred requests or so. */
    private void signUpOverOneConnection(long until, int activities, List<Long> took) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setTcpNoDelay(true);
            var answers = new BufferedInputStream(socket.getInputStream());
            OutputStream requests = socket.getOutputStream();
            boolean kept = true;
            while (kept && System.nanoTime() < until) {
                long began = System.nanoTime();
                requests.write(request(activities));
                String answer = answer(answers);
                if (!answer.startsWith("http/1.1 202")) {
                    throw new IllegalStateException(answer);
                }
                accepted.incrementAndGet();
                took.add(System.nanoTime() - began);
                kept = !answer.contains("connection: close");
            }
        }
    }

    private byte[] request(int activities) {
        int activity = 1 + ThreadLocalRandom.current().nextInt(activities);
        String body = """
                {"email":"person%d@example.org","name":"Load Person","locale":"fr","timeZone":"America/Bogota"}""".formatted(people.incrementAndGet());
        return """
                POST /api/activities/load-%d/registrations HTTP/1.1\r
                Host: %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s""".formatted(activity, service.getAuthority(), body.length(), body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The head, in lower case; the body is read and forgotten. */
    private static String answer(BufferedInputStream from) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int next = from.read();
            if (next < 0) {
                throw new IOException("the service closed the connection");
            }
            head.append((char) next);
        }
        String text = head.toString().toLowerCase(Locale.ROOT);
        int at = text.indexOf("content-length:");
        if (at >= 0) {
            int length = Integer.parseInt(
                    text.substring(at + 15, text.indexOf('\r', at)).strip());
            from.readNBytes(length);
        } else {
            skipChunks(from);
        }
        return text;
    }

    private static void skipChunks(BufferedInputStream from) throws IOException {
        int size;
        do {
            StringBuilder line = new StringBuilder();
            int next = from.read();
            while (next != '\n') {
                line.append((char) next);
                next = from.read();
            }
            size = Integer.parseInt(line.toString().strip(), 16);
            from.readNBytes(size + 2);
        } while (size > 0);
    }
}
