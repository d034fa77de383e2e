package museum.atrium.localstack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/** Stands for a service: a program that listens on the port it is given, gets ready, and says which process it is. */
final class DummyService {

    private DummyService() {}

    public static void main(String[] arguments) throws IOException {
        int port = Stream.of("REGISTRATION_PORT", "NOTIFICATION_PORT", "RECORDING_PORT")
                .flatMap(name -> Optional.ofNullable(System.getenv(name)).stream())
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] answer = System.getProperty("atrium.part").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
    }
}
