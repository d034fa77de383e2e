package museum.atrium.localstack.frontdoor;

import static java.net.http.HttpRequest.BodyPublishers.ofInputStream;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import museum.atrium.localstack.parts.Service;
import museum.atrium.localstack.supervision.PartState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontDoorTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final String PROBLEM = "application/problem+json";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> seen = new ConcurrentHashMap<>();
    private final AtomicLong received = new AtomicLong();

    private HttpServer registration;
    private FrontDoor frontDoor;
    private ServerSocket refusing;
    private volatile boolean recordingIsReady;
    private volatile BooleanSupplier notificationIsReady = () -> true;
    private int port;

    @BeforeEach
    void open() throws IOException {
        registration = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registration.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        registration.createContext("/", this::answer);
        registration.start();
        refusing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        port = freePort();
        frontDoor = FrontDoor.open(
                port,
                URI.create("https://atrium.example.org"),
                List.of(shown("registration-service", PartState.READY), shown("inbox<script>", PartState.DOWN)),
                List.of(
                        new Upstream(
                                Service.REGISTRATION, registration.getAddress().getPort(), () -> true),
                        new Upstream(Service.NOTIFICATION, freePort(), () -> notificationIsReady.getAsBoolean()),
                        new Upstream(Service.RECORDING, refusing.getLocalPort(), () -> recordingIsReady)));
    }

    @AfterEach
    void close() throws IOException {
        frontDoor.close();
        refusing.close();
        registration.stop(0);
    }

    @Test
    void aRequestReachesItsServiceWithItsQueryAndTheAnswerComesBackAsItIs() throws Exception {
        var answer = get("/api/activities?q=caf%C3%A9%2Fbar&limit=2");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("GET /api/activities?q=caf%C3%A9%2Fbar&limit=2");
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(answer.headers().allValues("Link")).containsExactly("one", "two");
    }

    @Test
    void theServiceLearnsWhoAsksAndUnderWhichAddress() throws Exception {
        client.send(
                request("/api/activities")
                        .header("X-Forwarded-For", "203.0.113.7")
                        .header("X-Forwarded-For", "203.0.113.8")
                        .header("X-Forwarded-Prefix", "/evil")
                        .header("Forwarded", "for=203.0.113.7")
                        .build(),
                BodyHandlers.ofString());

        assertThat(seen)
                .containsEntry("x-forwarded-for", "127.0.0.1")
                .containsEntry("x-forwarded-proto", "https")
                .containsEntry("x-forwarded-host", "localhost:" + port)
                .containsEntry("host", "localhost:" + port)
                .doesNotContainKeys("x-forwarded-prefix", "forwarded");
    }

    @Test
    void aPartOfAFileIsAnsweredAsAPart() throws Exception {
        var answer = client.send(
                request("/registrations/file").header("Range", "bytes=2-5").build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.headers().firstValue("Content-Range")).contains("bytes 2-5/10");
        assertThat(answer.body()).isEqualTo("2345");
    }

    @Test
    void anUploadReachesTheServiceWhileItIsStillBeingSent() throws Exception {
        var source = new PipedOutputStream();
        var body = new PipedInputStream(source, MEGABYTE);
        var answer = client.sendAsync(
                request("/registrations/upload").POST(ofInputStream(() -> body)).build(), BodyHandlers.ofString());

        source.write(new byte[MEGABYTE]);
        source.flush();
        eventually(() -> assertThat(received).hasValueGreaterThan(MEGABYTE / 2));

        for (int sent = 1; sent < 64; sent++) {
            source.write(new byte[MEGABYTE]);
        }
        source.close();
        assertThat(answer.get().body()).isEqualTo("received " + 64 * MEGABYTE);
    }

    @Test
    void aDownloadReachesTheClientWhileItIsStillBeingWritten() throws Exception {
        var answer = client.send(request("/registrations/slowly").build(), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            assertThat(body.readNBytes(5)).isEqualTo("first".getBytes(StandardCharsets.UTF_8));

            seen.put("the client", "has the first part");

            assertThat(body.readAllBytes()).isEqualTo("second".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void whoIsCutOffAfterAnAddressThatCannotBeReadIsToldSo() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET /programme?q=%s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted("a".repeat(9_000));
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answer).startsWith("HTTP/1.1 414").containsIgnoringCase("\r\nConnection: close\r\n");
        }
    }

    @Test
    void anUploadThatTheServiceRefusesAtOnceIsAnsweredWithItsReason() throws Exception {
        recordingIsReady = true;
        Thread.ofVirtual().start(this::refuseOneUpload);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("POST /api/recordings HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Content-Length: 104857600\r\n\r\nthe beginning")
                            .getBytes(StandardCharsets.US_ASCII));

            var answer = new StringBuilder();
            while (!answer.toString().endsWith("too large")) {
                int next = socket.getInputStream().read();
                assertThat(next).isNotNegative();
                answer.append((char) next);
            }
            assertThat(answer.toString()).startsWith("HTTP/1.1 413");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/watch/slug", "/api/deliveries"})
    void aServiceThatIsAwayIsToldToBeAwayForNow(String path) throws Exception {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).contains(PROBLEM);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.body())
                .contains("\"type\":\"urn:atrium:problem:unavailable\"")
                .contains("\"status\":503");
    }

    @Test
    void anUploadToAServiceThatIsAwayIsToldSoToo() throws Exception {
        var upload = request("/api/deliveries/search")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[MEGABYTE]))
                .build();

        assertThat(client.send(upload, BodyHandlers.ofString()).statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator",
                "/%61ctuator/health",
                "/actuator;x=1/health",
                "/api/activities;/../actuator/health",
                "/watch/../actuator/health",
                "/api/activities/../../actuator/prometheus",
                "/./actuator/health",
                "//actuator/health",
                "/watch/%2e%2e/actuator/health",
                "/watch/..%2factuator/health"
            })
    void whatIsForOperatorsStaysOutsideHoweverItIsSpelt(String path) throws Exception {
        assertThat(statusOfRaw(path)).isIn(400, 404);
        assertThat(seen).doesNotContainKey("host");
    }

    @Test
    void anAddressThatCannotBeReadIsRefusedAsAProblem() throws Exception {
        String answer = raw("GET /api/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains(PROBLEM).doesNotContain("<html", "Jetty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n{}\r\n0\r\n\r\n", "-1\r\n{}\r\n0\r\n\r\n", "fffffffffffffffff\r\n{}\r\n0\r\n\r\n"})
    void aBodyWhoseChunksAreBrokenIsTheClientsFault(String chunks) throws Exception {
        String answer = raw("POST /api/activities/x/registrations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);

        assertThat(answer).startsWith("HTTP/1.1 400").contains(PROBLEM);
    }

    @Test
    void whatIsAskedOfTheServerAsAWholeIsRefusedAndStandsInNoLog() throws Throwable {
        var answer = new AtomicReference<String>();

        String logged = loggedWhile(
                () -> answer.set(raw("OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")));

        assertThat(answer.get()).startsWith("HTTP/1.1 400").contains(PROBLEM);
        assertThat(logged).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/watch/x?t=SECRET%",
                "/api/activities?q=SECRET%zz",
                "/registrations/SECRET?x=%",
                "/registrations/SECRET%",
                "/registrations/SECRET%2",
                "/join/SECRET?x=a|b",
                "/join/SECRET?x=%%"
            })
    void anAddressThatIsMalformedIsRefusedAndStandsInNoLog(String path) throws Throwable {
        recordingIsReady = true;
        var answer = new AtomicReference<String>();

        String logged = loggedWhile(
                () -> answer.set(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")));

        assertThat(answer.get())
                .startsWith("HTTP/1.1 400")
                .contains(PROBLEM, "\"status\":400")
                .doesNotContain("SECRET", "<html", "Jetty");
        assertThat(logged).doesNotContain("SECRET", "\tat ");
        assertThat(seen).isEmpty();
    }

    @Test
    void aFailureOfItsOwnIsLoggedWithoutTheAddress() throws Throwable {
        notificationIsReady = () -> {
            throw new IllegalStateException("broken by SECRET");
        };
        var answer = new AtomicReference<String>();

        String logged = loggedWhile(() ->
                answer.set(raw("GET /unsubscribe/SECRET HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")));

        assertThat(answer.get()).startsWith("HTTP/1.1 500").contains(PROBLEM).doesNotContain("SECRET");
        assertThat(logged).contains("IllegalStateException", "Proxying").doesNotContain("SECRET");
    }

    @Test
    void theStartPageShowsThePartsWithoutScriptsAndForbidsThem() throws Exception {
        var page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .startsWith("default-src 'none'; style-src 'sha256-")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .contains("registration-service")
                .contains("class=\"state ready\"")
                .contains("inbox&lt;script&gt;")
                .contains("curl https://atrium.example.org/api/activities/first-steps/registrations")
                .contains("curl -u organizer:$ORGANIZER_PASSWORD https://atrium.example.org/api/organizer/activities")
                .doesNotContain("<script", "{{");
    }

    @Test
    void theStartPageCanOnlyBeRead() throws Exception {
        var post = client.send(
                request("/").POST(HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.ofString());

        assertThat(post.statusCode()).isEqualTo(405);
        assertThat(post.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestHeaders()
                    .forEach((name, values) -> seen.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
            switch (exchange.getRequestURI().getPath()) {
                case "/registrations/file" -> {
                    exchange.getResponseHeaders().set("Content-Range", "bytes 2-5/10");
                    send(exchange, 206, "2345");
                }
                case "/registrations/upload" -> {
                    exchange.getRequestBody().transferTo(counting());
                    send(exchange, 200, "received " + received);
                }
                case "/registrations/slowly" -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write("first".getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                    eventually(() -> assertThat(seen).containsKey("the client"));
                    exchange.getResponseBody().write("second".getBytes(StandardCharsets.UTF_8));
                }
                default -> {
                    exchange.getResponseHeaders().set("ETag", "\"7\"");
                    exchange.getResponseHeaders().put("Link", List.of("one", "two"));
                    send(exchange, 200, exchange.getRequestMethod() + " " + exchange.getRequestURI());
                }
            }
        }
    }

    private void refuseOneUpload() {
        try (var connection = refusing.accept()) {
            connection.getInputStream().readNBytes(20);
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 413 Too Large\r\nContent-Length: 9\r\n\r\ntoo large"
                            .getBytes(StandardCharsets.US_ASCII));
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private OutputStream counting() {
        return new OutputStream() {
            @Override
            public void write(int one) {
                received.incrementAndGet();
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                received.addAndGet(length);
            }
        };
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private int statusOfRaw(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        return Integer.parseInt(answer.substring(9, 12));
    }

    private static String loggedWhile(Executable doing) throws Throwable {
        PrintStream usual = System.err;
        var logged = new ByteArrayOutputStream();
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        try {
            doing.execute();
        } finally {
            System.setErr(usual);
        }
        return logged.toString(StandardCharsets.UTF_8);
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Shown shown(String name, PartState state) {
        return new Shown(name, "what it does", "http://localhost:8081", Optional.empty(), () -> state);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
