package museum.atrium.benchmarks;

import java.io.IOException;
import java.io.InputStream;
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
            Answers answers = new Answers(socket.getInputStream());
            OutputStream requests = socket.getOutputStream();
            boolean kept = true;
            while (kept && System.nanoTime() < until) {
                long began = System.nanoTime();
                requests.write(request(activities));
                String answer = answers.next();
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

    /** One answer from a kept connection, read in as few pieces as it comes in. */
    private static final class Answers {

        private final InputStream from;
        private final byte[] bytes = new byte[8192];
        private int begin;
        private int end;

        Answers(InputStream from) {
            this.from = from;
        }

        /** The head, in lower case; the body is read and forgotten. */
        String next() throws IOException {
            String head = until("\r\n\r\n").toLowerCase(Locale.ROOT);
            int at = head.indexOf("content-length:");
            if (at >= 0) {
                skip(Integer.parseInt(
                        head.substring(at + 15, head.indexOf('\r', at)).strip()));
            } else {
                int size;
                do {
                    size = Integer.parseInt(until("\r\n").strip(), 16);
                    skip(size + 2);
                } while (size > 0);
            }
            return head;
        }

        private String until(String mark) throws IOException {
            while (true) {
                String text = new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1);
                int found = text.indexOf(mark);
                if (found >= 0) {
                    begin += found + mark.length();
                    return text.substring(0, found + mark.length());
                }
                more();
            }
        }

        private void skip(int length) throws IOException {
            while (end - begin < length) {
                more();
            }
            begin += length;
        }

        private void more() throws IOException {
            if (begin > 0) {
                System.arraycopy(bytes, begin, bytes, 0, end - begin);
                end -= begin;
                begin = 0;
            }
            int read = from.read(bytes, end, bytes.length - end);
            if (read <= 0) {
                throw new IOException("the service closed the connection, or its answer is longer than expected");
            }
            end += read;
        }
    }
}
