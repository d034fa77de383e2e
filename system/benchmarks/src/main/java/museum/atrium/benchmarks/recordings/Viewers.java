package museum.atrium.benchmarks.recordings;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/** Players that fetch part after part of one film over kept connections, as fast as it comes. */
final class Viewers {

    private static final int CONNECTIONS = 8;
    private static final int PART = 2 << 20;
    /** As many as most servers answer on one connection. */
    private static final int PARTS = 50;

    private static final int BUFFER = 1 << 18;
    private static final String LENGTH = "content-length:";

    private Viewers() {}

    /** @return bytes per second */
    static double watch(URI film, long size, Duration time) throws InterruptedException, ExecutionException {
        long began = System.nanoTime();
        long end = began + time.toNanos();
        long bytes = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<Long>> viewers = new ArrayList<>();
            for (int viewer = 0; viewer < CONNECTIONS; viewer++) {
                long seed = viewer;
                viewers.add(threads.submit(() -> watch(film, size, end, seed)));
            }
            for (Future<Long> viewer : viewers) {
                bytes += viewer.get();
            }
        }
        return bytes / ((System.nanoTime() - began) / 1e9);
    }

    private static long watch(URI film, long size, long end, long seed) throws IOException {
        // The same places each time, so that both are asked for the same.
        RandomGenerator places = new Random(seed);
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        while (System.nanoTime() < end) {
            try (Socket socket = new Socket(film.getHost(), film.getPort());
                    InputStream answers = new BufferedInputStream(socket.getInputStream(), BUFFER)) {
                for (int part = 0; part < PARTS && System.nanoTime() < end; part++) {
                    long from = size <= PART ? 0 : places.nextLong(size - PART);
                    socket.getOutputStream().write(request(film, from));
                    bytes += read(answers, buffer);
                }
            }
        }
        return bytes;
    }

    private static byte[] request(URI film, long from) {
        return "GET %s%s HTTP/1.1\r\nHost: localhost\r\nRange: bytes=%d-%d\r\n\r\n"
                .formatted(
                        film.getRawPath(),
                        film.getRawQuery() == null ? "" : "?" + film.getRawQuery(),
                        from,
                        from + PART - 1)
                .getBytes(ISO_8859_1);
    }

    private static long read(InputStream answers, byte[] buffer) throws IOException {
        long length = length(answers);
        for (long left = length; left > 0; ) {
            int count = answers.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new EOFException("The server closed the connection");
            }
            left -= count;
        }
        return length;
    }

    private static long length(InputStream answers) throws IOException {
        long length = -1;
        String status = line(answers);
        if (!status.contains(" 206 ")) {
            throw new IOException("The server answered: " + status);
        }
        for (String line = line(answers); !line.isEmpty(); line = line(answers)) {
            if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Long.parseLong(line.substring(LENGTH.length()).strip());
            }
        }
        if (length < 0) {
            throw new IOException("The server did not say how long the part is");
        }
        return length;
    }

    private static String line(InputStream answers) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int character = answers.read(); character != '\n'; character = answers.read()) {
            if (character < 0) {
                throw new EOFException("The server closed the connection");
            }
            if (character != '\r') {
                line.append((char) character);
            }
        }
        return line.toString();
    }
}
