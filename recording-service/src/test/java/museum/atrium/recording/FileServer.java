package museum.atrium.recording;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server of files on this machine that answers as a test says, one answer for each request; the last one for all others. */
class FileServer implements AutoCloseable {

    private final HttpServer server;
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** What a request gets. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange request) throws IOException;
    }

    FileServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    FileServer answering(Answer answer) {
        answers.add(answer);
        return this;
    }

    /** What was asked for; 'all' where no range was. */
    List<String> ranges() {
        return ranges;
    }

    static Answer status(int status) {
        return request -> request.sendResponseHeaders(status, -1);
    }

    static Answer page(String html) {
        return request -> {
            request.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            request.sendResponseHeaders(200, html.length());
            request.getResponseBody().write(html.getBytes());
        };
    }

    static Answer leadingTo(String location) {
        return request -> {
            request.getResponseHeaders().add("Location", location);
            request.sendResponseHeaders(302, -1);
        };
    }

    /** As servers of files do, ranges included. */
    static Answer file(byte[] bytes, @Nullable String tag) {
        return upTo(bytes, tag, Integer.MAX_VALUE);
    }

    /** The connection breaks when so many bytes of the file were sent. */
    static Answer brokenOff(byte[] bytes, @Nullable String tag, int after) {
        return upTo(bytes, tag, after);
    }

    /** What is sent is that part, whatever was asked for. */
    static Answer part(byte[] bytes, String tag, String contentRange) {
        return request -> {
            request.getResponseHeaders().add("ETag", tag);
            request.getResponseHeaders().add("Content-Range", contentRange);
            request.sendResponseHeaders(206, bytes.length);
            request.getResponseBody().write(bytes);
        };
    }

    /** Says nothing more when so many bytes were sent, for as long as the server runs. */
    Answer silentAfter(byte[] bytes, String tag, int after) {
        return request -> {
            request.getResponseHeaders().add("ETag", tag);
            request.sendResponseHeaders(200, bytes.length);
            request.getResponseBody().write(bytes, 0, after);
            request.getResponseBody().flush();
            try {
                ended.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        };
    }

    private static Answer upTo(byte[] bytes, @Nullable String tag, int end) {
        return request -> {
            String range = request.getRequestHeaders().getFirst("Range");
            boolean same = tag != null && tag.equals(request.getRequestHeaders().getFirst("If-Range"));
            int start = range != null && same ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
            if (tag != null) {
                request.getResponseHeaders().add("ETag", tag);
            }
            if (start > 0) {
                request.getResponseHeaders()
                        .add("Content-Range", "bytes %d-%d/%d".formatted(start, bytes.length - 1, bytes.length));
            }
            request.sendResponseHeaders(start > 0 ? 206 : 200, bytes.length - start);
            try (OutputStream body = request.getResponseBody()) {
                body.write(bytes, start, Math.min(bytes.length, end) - start);
            }
        };
    }

    private void answer(HttpExchange request) {
        ranges.add(request.getRequestHeaders()
                .getOrDefault("Range", List.of("all"))
                .getFirst());
        try (request) {
            answers.get(Math.min(ranges.size(), answers.size()) - 1).to(request);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        ended.countDown();
        server.stop(0);
    }
}
