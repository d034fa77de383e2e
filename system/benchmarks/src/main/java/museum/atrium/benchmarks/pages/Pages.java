package museum.atrium.benchmarks.pages;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import museum.atrium.benchmarks.Bars;
import museum.atrium.benchmarks.MeasuredStack;

/**
 * How soon the programme is seen by who opens it for the first time, through the front door, with the sample programme in it; and what comes over
 * the line for it. The limit is the same bytes, lying ready in the memory of a server that does nothing else.
 */
final class Pages {

    private static final int WARM_UPS = 60;
    private static final int VISITS = 40;

    private Pages() {}

    /** Exits with 1 if a bar is missed. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        Bars bars = new Bars("pages");
        try (MeasuredStack measured = MeasuredStack.start(MeasuredStack.settings());
                BrowserProcess chromium = BrowserProcess.start();
                DevTools tools = new DevTools(chromium.address())) {
            measure(measured.stack().url().resolve("/programme"), new Visits(tools), bars);
        }
        System.exit(bars.passed() ? 0 : 1);
    }

    private static void measure(URI programme, Visits visits, Bars bars) throws IOException, InterruptedException {
        for (int number = 0; number < WARM_UPS; number++) {
            visits.visit(programme);
        }
        Visits.Visit once = visits.visit(programme);
        HttpServer limit = ready(programme);
        try {
            URI copy = URI.create(
                    "http://127.0.0.1:%d/programme".formatted(limit.getAddress().getPort()));
            visits.times(copy, VISITS);
            double[] ours = visits.times(programme, VISITS);
            double[] least = visits.times(copy, VISITS);
            bars.atMost(
                    "first view of the programme, median in ms",
                    "%.0f (p95 %.0f); of the same bytes lying ready %.0f (p95 %.0f); ratio %.2f"
                            .formatted(
                                    median(ours), p95(ours), median(least), p95(least), median(ours) / median(least)),
                    median(ours),
                    200);
            bars.atMost(
                    "kB of the programme in all",
                    "%.1f in %d requests".formatted(once.bytes() / 1e3, once.requests()),
                    once.bytes() / 1e3,
                    100);
        } finally {
            limit.stop(0);
        }
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    /** The slowest of the faster 95 in 100. */
    private static double p95(double[] sorted) {
        return sorted[(int) Math.ceil(sorted.length * 0.95) - 1];
    }

    private static HttpServer ready(URI page) throws IOException, InterruptedException {
        byte[] bytes;
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofByteArray());
            bytes = answer.body();
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", request -> {
            try (request) {
                boolean isPage = request.getRequestURI().getPath().equals(page.getPath());
                request.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
                request.sendResponseHeaders(isPage ? 200 : 404, isPage ? bytes.length : -1);
                if (isPage) {
                    request.getResponseBody().write(bytes);
                }
            }
        });
        server.start();
        return server;
    }
}
