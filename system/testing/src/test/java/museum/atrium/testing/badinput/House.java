package museum.atrium.testing.badinput;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Answers {@code POST /api/deliveries/search} as its document wants, takes the example and nothing else; or as told. */
final class House implements AutoCloseable {

    static final String EXAMPLE = "{\"email\":\"ana@example.org\"}";

    static final Reply TAKEN = new Reply(200, "application/json", "{\"items\": [], \"next\": null}");

    static final Reply REFUSED = new Reply(422, "application/problem+json", """
            {"type": "urn:atrium:problem:invalid", "title": "Invalid", "status": 422, "detail": "Some fields need a change.",
             "errors": [{"field": "email", "message": "is no address"}, {"field": "noSuchField", "message": "is unknown"}]}
            """);

    private static final int MUCH = 1_000_000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger searches = new AtomicInteger();
    private final UnaryOperator<Turn> manners;

    record Reply(int status, String type, String body) {}

    /** @param changes whether anything is stored */
    record Turn(String body, Reply reply, boolean changes) {

        Turn with(Reply other) {
            return new Turn(body, other, changes);
        }

        Turn changing() {
            return new Turn(body, reply, true);
        }
    }

    /** @param manners what becomes of each request and the answer that it should get */
    House(UnaryOperator<Turn> manners) {
        this.manners = manners;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Another after each change. */
    String stored() {
        return searches.toString();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange call) throws IOException {
        try {
            String length = call.getRequestHeaders().getFirst("Content-Length");
            boolean announced = length != null && Integer.parseInt(length) > MUCH;
            String body = announced ? "" : new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean asked = call.getRequestMethod().equals("POST")
                    && call.getRequestURI().getRawQuery() == null
                    && body.equals(EXAMPLE);
            Turn turn = manners.apply(new Turn(body, asked ? TAKEN : REFUSED, asked));
            if (turn.changes()) {
                searches.incrementAndGet();
            }
            byte[] reply = turn.reply().body().getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().set("Content-Type", turn.reply().type());
            call.sendResponseHeaders(turn.reply().status(), reply.length);
            call.getResponseBody().write(reply);
            call.getResponseBody().flush();
        } finally {
            call.close();
        }
    }
}
