package museum.atrium.recording.intake;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import museum.atrium.http.destination.Destinations;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks for what lies at an address, and at that to which it leads on, each of which is looked at first. */
@Component
class Following {

    private static final int MOST_REDIRECTS = 10;
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private final CloseableHttpClient client;
    private final Destinations destinations;

    Following(CloseableHttpClient client, Destinations destinations) {
        this.client = client;
        this.destinations = destinations;
    }

    /** @param authorization told to the first host alone; null: none */
    record Asking(URI url, @Nullable String authorization, Map<String, String> headers) {}

    /** Reads an answer that leads nowhere else. */
    @FunctionalInterface
    interface Reading<T> {
        T read(ClassicHttpResponse response) throws IOException;
    }

    /** @param never what is to be said when the way leads nowhere */
    <T> T follow(Asking asking, Reading<T> reading, Function<String, T> never) throws IOException {
        URI at = asking.url();
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Optional<String> complaint = destinations.complaint(at);
            if (complaint.isPresent()) {
                return never.apply("The address leads on to another, which " + complaint.get() + ".");
            }
            HttpGet request = request(at, asking);
            ClassicHttpResponse response = client.executeOpen(null, request, null);
            try {
                if (!MOVED.contains(response.getCode())) {
                    return reading.read(response);
                }
                URI next = target(at, response);
                if (next == null) {
                    return never.apply("The server leads on to another address, and does not say to which.");
                }
                at = next;
            } finally {
                // Closed without that, the rest would be read, which may be long.
                request.cancel();
                Closer.closeQuietly(response);
            }
        }
        return never.apply("The server leads on from address to address and to no file.");
    }

    private static HttpGet request(URI at, Asking asking) {
        HttpGet request = new HttpGet(at);
        asking.headers().forEach(request::setHeader);
        // Whoever it is led on to is somebody else.
        if (asking.authorization() != null
                && at.getAuthority().equals(asking.url().getAuthority())) {
            request.setHeader(HttpHeaders.AUTHORIZATION, asking.authorization());
        }
        return request;
    }

    private static @Nullable URI target(URI at, ClassicHttpResponse response) {
        Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        try {
            URI next = location == null ? null : at.resolve(location.getValue());
            // One of another kind, which may have no host, is told from this by its beginning.
            return next == null || next.getHost() == null && isOfTheWeb(next) ? null : next;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static boolean isOfTheWeb(URI url) {
        return "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
    }

    /** Whether an answer that is no file may be one later. */
    static boolean mayPass(int status) {
        return status >= 500 || LATER.contains(status);
    }

    /** Whether asking again is of no use. */
    static boolean isForGood(IOException failure) {
        return failure instanceof Destinations.Refused || isNoHttp(failure);
    }

    private static boolean isNoHttp(IOException failure) {
        return failure instanceof ClientProtocolException || failure instanceof MessageConstraintException;
    }

    /** What an organiser understands. */
    static String reason(IOException failure) {
        return switch (failure) {
            case Destinations.Refused refused -> "The address leads into a private network, which is not allowed.";
            case UnknownHostException unknown -> "The host is not known.";
            case InterruptedIOException late -> "The server did not answer in time.";
            case SSLException untrusted -> "There was no trusted TLS connection.";
            case IOException otherwise
            when isNoHttp(otherwise) ->
                "What answers there is no web server: its answer is no valid HTTP. Give another address of the file.";
            default -> "There was no connection, or none that held.";
        };
    }
}
